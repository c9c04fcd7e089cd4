import { checkDueDay, type DueInThePast, type DueTooFar } from '../../domain/action-items/due-day.ts';
import type { IncidentId } from '../../domain/ids.ts';
import type { Party } from '../../domain/people/person.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { type AlreadyHandled, change } from '../change.ts';
import { findChosenIncident, type NoSuchIncident } from '../incident/find-chosen-incident.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import { firstDayOf } from '../people/zone-of.ts';
import type { Records } from '../ports.ts';
import type { Requester, RequesterInChannel } from '../request.ts';
import { askForDoneWhen } from './ask-done-when.ts';
import { checkOwner, type OwnerRefusal } from './check-item.ts';
import { type MadeItem, type MakePorts, makeItem, type SaidItem } from './make-item.ts';

export interface AddActionItem extends RequesterInChannel, Omit<SaidItem, 'createdBy'> {
  /** The incident that was chosen; without one, that of the channel. */
  readonly incidentId?: IncidentId | undefined;
  /** When it was said, which may be a while ago: a command can wait for names. Now, where nobody says. */
  readonly saidAt: Instant | undefined;
  /** A command is answered with what the item still lacks; after a form that is asked for by itself. */
  readonly through: 'command' | 'form';
}

export interface AddedItem extends MadeItem {
  /** Until when its owner is reminded of nothing; missing where they are not away. */
  readonly ownerAwayUntil: Instant | undefined;
}

export type AddActionItemRefusal =
  | AlreadyHandled
  | NoIncidentHere
  | NoSuchIncident
  | OwnerRefusal
  | { readonly kind: 'empty-text' }
  | DueInThePast
  | DueTooFar;

/** Follow-up work can be added at any time, after closing too. */
export async function addActionItem(
  ports: MakePorts,
  request: AddActionItem,
): Promise<Result<AddedItem, AddActionItemRefusal>> {
  const title = request.title.trim();
  if (title === '') {
    return refuse({ kind: 'empty-text' });
  }

  return change<AddedItem, AddActionItemRefusal>(ports, request, async (records, now) => {
    const found =
      request.incidentId === undefined
        ? await findIncidentHere(records, request)
        : await findChosenIncident(records, request, request.incidentId);
    if (!found.ok) {
      return found;
    }
    if (request.dueOn !== undefined) {
      const due = checkDueDay(request.dueOn, await firstDayOf(records, request, request.saidAt ?? now));
      if (!due.ok) {
        return due;
      }
    }
    const owner = await checkOwner(records, found.value, request.owner);
    if (!owner.ok) {
      return owner;
    }
    const { priority, kind, dueOn, doneWhen, permalink, personId: createdBy } = request;
    const said = { title, priority, kind, owner: owner.value, dueOn, doneWhen, permalink, createdBy };
    const made = await makeItem(ports, records, { incident: found.value, said, now });
    if (request.through === 'form') {
      await askForDoneWhen(records, made.item, now);
    }
    return accept({ ...made, ownerAwayUntil: await awayUntil(records, request, made.item.owner, now) });
  });
}

async function awayUntil(
  records: Records,
  { teamId }: Requester,
  owner: Party | undefined,
  now: Instant,
): Promise<Instant | undefined> {
  const person = owner?.kind === 'person' ? (await records.people.find(teamId, [owner.id])).get(owner.id) : undefined;
  return person?.awayUntil !== undefined && person.awayUntil > now ? person.awayUntil : undefined;
}
