import type { ActionItem } from '../../action-items/action-item.ts';
import { type RoleAssignment, roleInWords } from '../../roles/role.ts';
import { MILESTONES, type Milestone, type MilestoneName, type Milestones } from '../../timeline/milestone.ts';
import type { TimelineEvent } from '../../timeline/timeline-event.ts';
import type { IncidentRecord } from '../record.ts';
import { NOTED_BY_FAULTLINE, type Source, sourceOf, sourceTyped } from '../source.ts';
import type { Names } from './names-in.ts';

export type MilestoneSources = Readonly<Record<MilestoneName, Source | undefined>>;

/** What the channel was told of a resolution is told in one line, which then is the message of the move as well. */
export function linkMoves(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  return events.map((event) => {
    if (event.kind !== 'resolved' || event.permalink !== undefined) {
      return event;
    }
    const told = events.find(({ kind, recordedAt }) => kind === 'resolution' && recordedAt === event.recordedAt);
    return { ...event, permalink: told?.permalink };
  });
}

/** Where each milestone was taken from; undefined where it is not known. */
export function milestoneSources(record: IncidentRecord, milestones: Milestones, names: Names): MilestoneSources {
  const sources = MILESTONES.map((name) => [name, milestoneSource(record, milestones[name], names)]);
  return Object.fromEntries(sources) as MilestoneSources;
}

function milestoneSource(record: IncidentRecord, milestone: Milestone, names: Names): Source | undefined {
  const { name, at, eventId } = milestone;
  if (at === undefined) {
    return undefined;
  }
  const event = record.events.find(({ id }) => id === eventId);
  const said = record.milestones.findLast((entry) => entry.name === name && entry.at === at);
  if (event === undefined && said !== undefined) {
    return sourceTyped(names.ofPerson(said.setBy));
  }
  const noted = event ?? record.events.find((candidate) => candidate.kind === name && candidate.at === at);
  return noted === undefined ? NOTED_BY_FAULTLINE : sourceOf(noted, names);
}

/** The message that it was made from, else the one by which the channel was told of it. */
export function actionItemSource(item: ActionItem, events: readonly TimelineEvent[], names: Names): Source {
  if (item.permalink !== undefined) {
    return { origin: 'message', permalink: item.permalink, messageChange: undefined, by: undefined };
  }
  const added = events.filter(({ kind, recordedAt }) => kind === 'action-item-added' && recordedAt === item.createdAt);
  return sourceOrWord(added.find(({ text }) => text === item.title) ?? added[0], item.createdBy, names);
}

export function roleSource(assignment: RoleAssignment, events: readonly TimelineEvent[], names: Names): Source {
  const { role, at, assignedBy } = assignment;
  const changed = events.filter(({ kind, recordedAt }) => kind === 'role-changed' && recordedAt === at);
  return sourceOrWord(
    changed.find(({ text }) => text.includes(roleInWords(role))),
    assignedBy,
    names,
  );
}

function sourceOrWord(event: TimelineEvent | undefined, by: TimelineEvent['recordedBy'], names: Names): Source {
  return event?.permalink === undefined ? sourceTyped(names.ofPerson(by)) : sourceOf(event, names);
}
