import type { PersonId } from '../ids.ts';
import type { Party } from '../people/person.ts';
import { accept, type Result, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import type { ActionItem } from './action-item.ts';
import { type ActionItemChange, isSameParty, lastChangeOf } from './action-item-change.ts';
import { type ItemEnded, type KnownItem, requireOpenItem, type Unexplained } from './ending.ts';

export interface NotTheirs {
  readonly kind: 'not-theirs';
  readonly title: string;
  /** Whose it is. */
  readonly owner: Party | undefined;
  readonly last: ActionItemChange | undefined;
}

export interface AlreadyAccepted {
  readonly kind: 'already-accepted';
  readonly title: string;
  readonly at: Instant;
}

export interface OwnerUnchanged {
  readonly kind: 'owner-unchanged';
  readonly owner: Party;
}

/** Others changed the same meanwhile; whoever asks is told what, and asks again if they still mean it. */
export interface ChangedMeanwhile {
  readonly kind: 'changed-meanwhile';
  readonly item: ActionItem;
  readonly last: ActionItemChange | undefined;
}

/** Who asks, and who is in the group that owns the item, if one does. */
export interface Asker {
  readonly by: PersonId;
  readonly members: readonly PersonId[];
}

export function isTheirs({ owner }: Pick<ActionItem, 'owner'>, { by, members }: Asker): boolean {
  return owner?.kind === 'person' ? owner.id === by : owner !== undefined && members.includes(by);
}

/** They take it on. Of a group's item somebody is the owner from then on, so that not all rely on each other. */
export function acceptItem(
  known: KnownItem,
  asker: Asker & { readonly now: Instant },
): Result<ActionItem, ItemEnded | NotTheirs | AlreadyAccepted> {
  const open = requireTheirs(known, asker);
  if (!open.ok) {
    return open;
  }
  const { acceptedAt, title } = open.value;
  return acceptedAt === undefined
    ? accept({ ...open.value, owner: { kind: 'person', id: asker.by }, acceptedAt: asker.now })
    : refuse({ kind: 'already-accepted', title, at: acceptedAt });
}

/** “Not me”: nobody owns it until whoever leads the incident finds somebody. */
export function handBack(
  known: KnownItem,
  asker: Asker & { readonly reason: string },
): Result<ActionItem, ItemEnded | NotTheirs | Unexplained> {
  const open = requireTheirs(known, asker);
  if (!open.ok) {
    return open;
  }
  return asker.reason === '' ? refuse({ kind: 'unexplained' }) : accept(ownedBy(open.value, undefined));
}

/** `seen` is whose it was where they chose. */
export function reassign(
  known: KnownItem,
  { to, seen }: { readonly to: Party; readonly seen: string },
): Result<ActionItem, ItemEnded | OwnerUnchanged | ChangedMeanwhile> {
  const open = requireOpenItem(known);
  if (!open.ok) {
    return open;
  }
  const item = open.value;
  if (isSameParty(item.owner, to)) {
    return refuse({ kind: 'owner-unchanged', owner: to });
  }
  return seen !== ownerSeen(item)
    ? refuse({ kind: 'changed-meanwhile', item, last: lastChangeOf(known.history, 'owner') })
    : accept(ownedBy(item, to));
}

/** Takes on an item that nobody owns. */
export function takeItem(
  known: KnownItem,
  { by, now }: { readonly by: PersonId; readonly now: Instant },
): Result<ActionItem, ItemEnded | OwnerUnchanged | NotTheirs> {
  const open = requireOpenItem(known);
  if (!open.ok) {
    return open;
  }
  const me: Party = { kind: 'person', id: by };
  const { owner, title } = open.value;
  if (isSameParty(owner, me)) {
    return refuse({ kind: 'owner-unchanged', owner: me });
  }
  return owner === undefined
    ? accept({ ...ownedBy(open.value, me), acceptedAt: now })
    : refuse({ kind: 'not-theirs', title, owner, last: lastChangeOf(known.history, 'owner') });
}

export interface HandBack {
  /** Missing where nobody gave it back. */
  readonly from: PersonId | undefined;
  readonly reason: string | undefined;
  /** The group that had it, if one did. */
  readonly group?: Extract<Party, { kind: 'group' }> | undefined;
}

/**
 * Who gave an item back last, and why; undefined where nobody did. What goes back by itself nobody gave, nor gave anybody back
 * what they emptied of its owner without a reason.
 */
export function lastHandBack(history: readonly ActionItemChange[]): HandBack | undefined {
  for (const { by, fields, reason } of history.toReversed()) {
    const owner = fields.find(({ field }) => field === 'owner');
    if (by !== undefined && reason !== undefined && owner?.field === 'owner' && owner.to === undefined) {
      const had = owner.from;
      return {
        from: by,
        reason,
        ...(had?.kind === 'group' ? { group: had } : {}),
      };
    }
  }
  return undefined;
}

/** Who had an item that went back by itself, as their account was deactivated, when it last did so up to then. */
export function returnedFrom(history: readonly ActionItemChange[], until: Instant): PersonId | undefined {
  for (const { by, at, fields } of history.toReversed()) {
    const owner = fields.find(({ field }) => field === 'owner');
    if (by === undefined && at <= until && owner?.field === 'owner' && owner.to === undefined) {
      return owner.from?.kind === 'person' ? owner.from.id : undefined;
    }
  }
  return undefined;
}

/** What a form remembers of whose it was. */
export function ownerSeen({ owner }: Pick<ActionItem, 'owner'>): string {
  return owner?.id ?? '';
}

function requireTheirs(known: KnownItem, asker: Asker): Result<ActionItem, ItemEnded | NotTheirs> {
  const open = requireOpenItem(known);
  if (!open.ok || isTheirs(open.value, asker)) {
    return open;
  }
  const { title, owner } = open.value;
  return refuse({ kind: 'not-theirs', title, owner, last: lastChangeOf(known.history, 'owner') });
}

/** Another owner has neither accepted it nor put it off. */
function ownedBy(item: ActionItem, owner: Party | undefined): ActionItem {
  return { ...item, owner, acceptedAt: undefined, snoozedUntil: undefined };
}
