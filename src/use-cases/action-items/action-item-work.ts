import type { Unheard } from '../../domain/action-items/unheard.ts';
import type {
  ActionItemId,
  ChannelId,
  IncidentId,
  MessageKey,
  PersonId,
  TeamId,
  TimelineEventId,
} from '../../domain/ids.ts';
import type { Party } from '../../domain/people/person.ts';
import type { CalendarDate } from '../../domain/time.ts';

/** What follows from changes of action items. */
export type ActionItemWork =
  /** Somebody reacted to a message for it. */
  | {
      readonly kind: 'make-action-item';
      readonly incidentId: IncidentId;
      readonly channel: ChannelId;
      readonly message: MessageKey;
      readonly askedBy: PersonId;
    }
  /** Shows a new one in the incident's channel. */
  | {
      readonly kind: 'post-action-item';
      readonly actionItemId: ActionItemId;
      readonly eventId?: TimelineEventId | undefined;
    }
  /** Asks whoever made it how one will see that it is done. */
  | { readonly kind: 'ask-done-when'; readonly actionItemId: ActionItemId }
  /** Works out who is reminded of it, tells new owners, and sets their timers. */
  | { readonly kind: 'schedule-reminders'; readonly actionItemId: ActionItemId }
  /** The same of all open ones of an incident, whose leader is another by now. */
  | { readonly kind: 'schedule-reminders-of-incident'; readonly incidentId: IncidentId }
  | { readonly kind: 'tell-assigned'; readonly actionItemId: ActionItemId; readonly personId: PersonId }
  /** Its owner gave it back; whoever leads the incident is asked to find another. */
  | {
      readonly kind: 'tell-handed-back';
      readonly actionItemId: ActionItemId;
      /** Who had it. */
      readonly personId: PersonId;
      readonly reason: string | undefined;
    }
  /** Nobody hears of it as its owner, or it has none any more; whoever leads the incident is told. */
  | {
      readonly kind: 'tell-unheard';
      readonly actionItemId: ActionItemId;
      readonly owner: Party;
      readonly because: Unheard;
    }
  /** Of what `owner` had, whose account was deactivated, all that one person is told of. */
  | {
      readonly kind: 'tell-returned';
      readonly teamId: TeamId;
      readonly owner: PersonId;
      /** Whoever leads their incidents; missing where nobody leads the one that they are of. */
      readonly personId: PersonId | undefined;
      readonly actionItemIds: readonly ActionItemId[];
    }
  /** Where nobody owns it and nobody leads the incident. */
  | { readonly kind: 'offer-in-channel'; readonly actionItemId: ActionItemId }
  /** Looks whether somebody is to be reminded, and of what. */
  | { readonly kind: 'remind-person'; readonly teamId: TeamId; readonly personId: PersonId }
  /** They were deactivated: their open items go back. */
  | { readonly kind: 'return-items'; readonly teamId: TeamId; readonly personId: PersonId }
  /** Has every message that shows it drawn anew. */
  | { readonly kind: 'refresh-action-item'; readonly actionItemId: ActionItemId }
  /** Draws somebody's last reminder anew, which shows many. */
  | { readonly kind: 'refresh-reminder'; readonly teamId: TeamId; readonly personId: PersonId }
  /** Draws one message anew, which may show many. */
  | {
      readonly kind: 'refresh-item-message';
      readonly teamId: TeamId;
      readonly channel: ChannelId;
      readonly message: MessageKey;
    }
  /** A week begins. */
  | { readonly kind: 'start-weekly-digest'; readonly teamId: TeamId }
  /** `day` is the Monday of its week. */
  | { readonly kind: 'post-weekly-digest'; readonly teamId: TeamId; readonly day: CalendarDate };
