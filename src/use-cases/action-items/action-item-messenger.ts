import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { Unheard } from '../../domain/action-items/unheard.ts';
import type { ChannelId, MessageRef, PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Party } from '../../domain/people/person.ts';
import type { CalendarDate, Instant } from '../../domain/time.ts';
import type { ActionItemMessage, HeardItem } from '../action-item-stores.ts';
import type { Attempt } from '../messenger.ts';

/** Tells people of action items. Its faults are those of `Messenger`. */
export interface ActionItemMessenger {
  /** One quiet line in the incident's channel. */
  postLine(channel: ChannelId, told: ItemOfIncident, attempt: Attempt): Promise<MessageRef>;
  tellAssigned(person: PersonId, told: ItemOfIncident, attempt: Attempt): Promise<MessageRef>;
  tellHandedBack(person: PersonId, handedBack: HandedBack, attempt: Attempt): Promise<MessageRef>;
  tellUnheard(person: PersonId, unheard: UnheardItem, attempt: Attempt): Promise<MessageRef>;
  remind(person: PersonId, digest: ReminderDigest, attempt: Attempt): Promise<SentMessage>;
  /** What an earlier attempt to remind somebody sent, without sending anything. */
  findReminder(person: PersonId, attempt: Attempt): Promise<SentMessage | undefined>;
  /** Draws a message anew; false where somebody deleted it. `told` are the items that it shows, as they are now. */
  refresh(shown: ActionItemMessage, told: readonly ItemOfIncident[]): Promise<boolean>;
}

export interface ItemOfIncident {
  readonly item: ActionItem;
  readonly incident: Incident;
}

export interface HandedBack extends ItemOfIncident {
  /** Who had it. */
  readonly from: PersonId;
  readonly reason: string | undefined;
}

export interface UnheardItem extends ItemOfIncident {
  /** Who was to hear of it. */
  readonly owner: Party;
  readonly because: Unheard;
}

/** The one message of a day: all that is somebody's, and what they must hear as leader. */
export interface ReminderDigest {
  /** Today, where its reader is. */
  readonly day: CalendarDate;
  readonly items: readonly HeardItem[];
}

export interface SentMessage {
  readonly message: MessageRef;
  /** When it was sent, which an earlier attempt may have done. */
  readonly at: Instant;
}
