import type { ActionItem } from '../domain/action-items/action-item.ts';
import type { ActionItemChange } from '../domain/action-items/action-item-change.ts';
import type { KnownItem } from '../domain/action-items/ending.ts';
import type { DoneItem, OpenItems } from '../domain/action-items/figures.ts';
import type { ItemOfIncident } from '../domain/action-items/item-of-incident.ts';
import type { LastReminder } from '../domain/action-items/next-reminder.ts';
import type { ActionItemId, GroupId, IncidentId, MessageKey, MessageRef, PersonId, TeamId } from '../domain/ids.ts';
import type { Party } from '../domain/people/person.ts';
import type { CalendarDate, Instant } from '../domain/time.ts';

/** All from which the messages that show an item are drawn. */
export interface Known extends ItemOfIncident, KnownItem {}

export interface ActionItemStore {
  find(id: ActionItemId): Promise<ActionItem | undefined>;
  /** Those of them that there are. */
  findAll(ids: readonly ActionItemId[]): Promise<ReadonlyMap<ActionItemId, ActionItem>>;
  /** Oldest first. */
  list(incident: IncidentId): Promise<readonly ActionItem[]>;
  /** The open ones of a person or a group, oldest first. */
  listOpenOf(team: TeamId, owner: Pick<Party, 'kind' | 'id'>): Promise<readonly ActionItem[]>;
  /**
   * The open ones of which somebody may be a recipient, in no order: theirs, of their groups as kept, and of incidents
   * that they declared, closed or had a role in.
   */
  listOpenNear(team: TeamId, person: PersonId): Promise<readonly ActionItem[]>;
  /** The groups that own open ones. */
  listOwningGroups(team: TeamId): Promise<readonly GroupId[]>;
  /** Of those that will not be done: the reason that was given last. */
  listGivenUp(incident: IncidentId): Promise<ReadonlyMap<ActionItemId, string>>;
  /** Those of them that there are, in the order of asking. */
  readAll(ids: readonly ActionItemId[]): Promise<readonly Known[]>;
  add(item: ActionItem): Promise<void>;
  save(item: ActionItem): Promise<void>;
  /** Oldest first. */
  history(id: ActionItemId): Promise<readonly ActionItemChange[]>;
  addChange(change: ActionItemChange): Promise<void>;
}

/** Why somebody is reminded of an item: it is theirs, or they lead its incident. */
export const CAPACITIES = ['owner', 'leader'] as const;

export type Capacity = (typeof CAPACITIES)[number];

export interface Recipient {
  readonly personId: PersonId;
  readonly capacity: Capacity;
}

/** An open item of which somebody is reminded. */
export interface HeardItem extends ItemOfIncident {
  readonly capacity: Capacity;
}

export interface RemindedItem extends HeardItem {
  /** It has no recipient as its owner: nobody owns it, or nobody of those who can be reached. */
  readonly lacksOwner: boolean;
}

/** The last message of reminders that somebody got. */
export interface SentDigest extends LastReminder {
  readonly message: MessageRef;
}

/** Who is reminded of what, as last worked out: groups are people here. */
export interface ReminderStore {
  listRecipients(item: ActionItemId): Promise<readonly Recipient[]>;
  /** Of each of them; an item without any may be missing. */
  listRecipientsOf(items: readonly ActionItemId[]): Promise<ReadonlyMap<ActionItemId, readonly Recipient[]>>;
  /** Keeps these, and no others. */
  replaceRecipients(item: ActionItemId, recipients: readonly Recipient[]): Promise<void>;
  /** The open items that they are a recipient of, with an earlier due date first, those without one last. */
  listHeard(team: TeamId, person: PersonId): Promise<readonly RemindedItem[]>;
  findDigest(team: TeamId, person: PersonId): Promise<SentDigest | undefined>;
  saveDigest(team: TeamId, person: PersonId, digest: SentDigest): Promise<void>;
}

/** A message that shows an item and follows its changes. */
export interface ActionItemMessage {
  readonly message: MessageRef;
  /** `line` stands in the incident's channel; the others are direct messages to `personId`, or stand there where it is missing. */
  readonly kind: 'line' | 'assignment' | 'digest' | 'handed-back' | 'unheard' | 'returned';
  readonly personId: PersonId | undefined;
}

export interface ActionItemMessageStore {
  list(item: ActionItemId): Promise<readonly ActionItemMessage[]>;
  /** A second time changes nothing. */
  add(item: ActionItemId, shown: ActionItemMessage): Promise<void>;
  /** The same of all items that one message shows. */
  addAll(team: TeamId, items: readonly ActionItemId[], shown: ActionItemMessage): Promise<void>;
  /** The items that a message shows, in the order of their making. */
  listItems(team: TeamId, message: MessageRef): Promise<readonly ActionItemId[]>;
  /** It shows nothing any more, of no item. */
  forget(team: TeamId, message: MessageRef): Promise<void>;
  /** The same of all reminders with an earlier key, but for each person's last. */
  forgetRemindersBefore(key: MessageKey): Promise<void>;
}

/** What is told of many items at once; what is practised counts nowhere. */
export interface ReportScope {
  readonly teamId: TeamId;
  /** Whether private incidents' items are counted. */
  readonly hasPrivate: boolean;
}

export interface OverdueOfOwner {
  readonly owner: Party | undefined;
  /** One at least. */
  readonly total: number;
  /** The longest overdue, those first. */
  readonly oldest: readonly ItemOfIncident[];
}

export interface ActionItemReportStore {
  /**
   * The open items that were due on that day or earlier, but for those of private incidents, by owner: whose are overdue
   * for longest first. Of each owner only `most` are read.
   */
  listOverdue(team: TeamId, dueBy: CalendarDate, most: number): Promise<readonly OverdueOfOwner[]>;
  /**
   * How many are open, in no order. What was due on `firstDay` or earlier counts as due on it, and what is due after
   * `lastDay` as due on no day.
   */
  countOpen(scope: ReportScope, firstDay: CalendarDate, lastDay: CalendarDate): Promise<readonly OpenItems[]>;
  /** What was done since then, in no order. */
  listDone(scope: ReportScope, since: Instant): Promise<readonly DoneItem[]>;
}

/** Who is in which group, as last heard of; only of groups that matter to us. */
export interface GroupMemberStore {
  /** Those of which somebody is kept. */
  listGroups(team: TeamId): Promise<readonly GroupId[]>;
  list(team: TeamId, group: GroupId): Promise<readonly PersonId[]>;
  /** Keeps these, and no others. */
  replace(team: TeamId, group: GroupId, members: readonly PersonId[]): Promise<void>;
}
