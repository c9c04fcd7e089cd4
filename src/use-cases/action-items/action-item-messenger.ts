import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { Ending } from '../../domain/action-items/ending.ts';
import type { ItemOfIncident } from '../../domain/action-items/item-of-incident.ts';
import type { HandBack } from '../../domain/action-items/ownership.ts';
import type { Unheard } from '../../domain/action-items/unheard.ts';
import type { ChannelId, MessageKey, MessageRef, PersonId } from '../../domain/ids.ts';
import type { Group, Party } from '../../domain/people/person.ts';
import type { CalendarDate, Instant } from '../../domain/time.ts';
import type { HeardItem } from '../action-item-stores.ts';
import type { Attempt } from '../messenger.ts';

/** Tells people of action items. Its faults are those of `Messenger`. */
export interface ActionItemMessenger {
  /** One quiet line in the incident's channel. */
  postLine(channel: ChannelId, told: ItemNow, attempt: Attempt): Promise<MessageRef>;
  /** Whoever made it, and nobody else, how one will see that it is done. */
  askDoneWhen(channel: ChannelId, item: ActionItem): Promise<void>;
  tellAssigned(person: PersonId, told: ItemOfIncident, attempt: Attempt): Promise<MessageRef>;
  tellHandedBack(person: PersonId, handedBack: HandedBack, attempt: Attempt): Promise<MessageRef>;
  tellUnheard(person: PersonId, unheard: UnheardItem, attempt: Attempt): Promise<MessageRef>;
  /** Of all that somebody had whose account was deactivated. */
  tellReturned(person: PersonId, returned: ReturnedItems, attempt: Attempt): Promise<MessageRef>;
  /** What whoever leads would be told. */
  tellChannel(channel: ChannelId, shown: ToldChannel, attempt: Attempt): Promise<MessageRef>;
  remind(person: PersonId, digest: ReminderDigest, attempt: Attempt): Promise<SentMessage>;
  /** What an earlier attempt to tell somebody sent, without sending anything. */
  findReminder(person: PersonId, attempt: Attempt): Promise<SentMessage | undefined>;
  /** The same of what was told to a channel. */
  findInChannel(channel: ChannelId, attempt: Attempt): Promise<MessageRef | undefined>;
  /** When a message was sent. Known without asking. */
  sentAt(message: MessageRef): Instant;
  /** What was sent before has an earlier key. Known without asking. */
  firstKeyAt(at: Instant): MessageKey;
  /** Draws a message anew; false where it is gone for good. In a channel that is archived it stays as it is. */
  redraw(message: MessageRef, now: MessageNow): Promise<boolean>;
  /** In the channel of that name or id. */
  postWeeklyDigest(nameOrId: string, teams: readonly LateItemsOfTeam[], attempt: Attempt): Promise<void>;
}

export interface ItemNow extends ItemOfIncident {
  /** Missing while it is open. */
  readonly ending?: Ending | undefined;
}

export interface HandedBack extends ItemNow, HandBack {}

/** What a message shows, as it is now. */
export type MessageNow =
  | { readonly kind: 'line'; readonly told: ItemNow }
  /** `isTheirs` where its reader still owns it. */
  | { readonly kind: 'assignment'; readonly told: ItemNow; readonly isTheirs: boolean }
  | { readonly kind: 'handed-back'; readonly handedBack: HandedBack }
  | { readonly kind: 'unheard'; readonly unheard: UnheardItem }
  | { readonly kind: 'returned'; readonly returned: ReturnedItems }
  | { readonly kind: 'digest'; readonly digest: ReminderDigest };

export type ToldChannel = Extract<MessageNow, { kind: 'handed-back' | 'unheard' | 'returned' }>;

export interface UnheardItem extends ItemNow {
  /** Who was to hear of it; missing where nobody knows any more. */
  readonly owner: Party | undefined;
  /** Missing where it is over, or somebody hears of it by now. */
  readonly because: Unheard | undefined;
}

export interface ReturnedItems {
  /** Whose they were. */
  readonly owner: PersonId;
  /** On which they are told of, where their reader is. */
  readonly day: CalendarDate;
  /** `leader` is the capacity in which one hears of what nobody owns. */
  readonly items: readonly DigestItem[];
}

/** The one message of a day: all that is somebody's, and what they must hear as leader. */
export interface ReminderDigest {
  /** Today, where its reader is. */
  readonly day: CalendarDate;
  readonly items: readonly DigestItem[];
}

export interface DigestItem extends Omit<HeardItem, 'capacity'>, ItemNow {
  /** `nobody` where it went to others since the message was sent. */
  readonly capacity: HeardItem['capacity'] | 'nobody';
  /** Nobody owns it, or nobody of those who can be reached. */
  readonly lacksOwner: boolean;
  /** Why it was put off last, if it is. */
  readonly snoozeReason?: string | undefined;
}

/** What is long overdue. */
export interface LateItemsOfTeam {
  /** Missing where its owner is in none. */
  readonly team: Group | undefined;
  readonly total: number;
  /** The oldest, those first. */
  readonly items: readonly LateItem[];
}

export interface LateItem extends ItemOfIncident {
  /** A person's name or a group's handle; missing where nobody owns it, or nobody knows their name. */
  readonly ownerName: string | undefined;
  readonly daysLate: number;
}

export interface SentMessage {
  readonly message: MessageRef;
  /** When it was sent, which an earlier attempt may have done. */
  readonly at: Instant;
}
