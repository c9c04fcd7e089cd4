import { dateAndTime, inOneLine } from '../../tell-time.ts';
import type { Instant } from '../../time.ts';
import { milestonesOf } from '../../timeline/milestone.ts';
import { openMitigations } from '../../timeline/mitigation.ts';
import type { TimelineEvent } from '../../timeline/timeline-event.ts';
import { namesIn } from '../draft/names-in.ts';
import type { Postmortem } from '../postmortem.ts';
import { findDamages } from '../reading/find-damages.ts';
import { findWholeDurations } from '../reading/find-durations.ts';
import type { IncidentRecord } from '../record.ts';
import { placeOf } from './place-of.ts';
import { statedCalls } from './stated-calls.ts';
import {
  PROSE_PARTS,
  type ProsePart,
  type StatedActionItem,
  type StatedEvent,
  type StatedPostmortem,
  type StatedTime,
  type Statement,
} from './stated-postmortem.ts';

/** What a record's draft states, and where in the record it can be mended. */
export function statePostmortem(record: IncidentRecord, postmortem: Postmortem, checkedAt: Instant): StatedPostmortem {
  const { header, impact } = postmortem;
  const prose = stateProse(record, postmortem);
  const timeline = record.events.map((event) => stateEvent(event, record));
  const time = (at: Instant | undefined, place: StatedTime['place'], isEstimated: boolean) =>
    at === undefined ? undefined : { ...stateTime(at, place, record), isEstimated };
  const typed = [...PROSE_PARTS.flatMap((part) => prose[part]), ...timeline];
  return {
    source: 'record',
    title: { text: header.title, place: { section: 'summary' } },
    severity: header.severity,
    prose,
    started: time(impact.startedAt, { section: 'impact', milestone: 'impact-started' }, impact.isStartEstimated),
    ended: time(impact.endedAt, { section: 'impact', milestone: 'resolved' }, impact.isEndEstimated),
    durations: [...prose.summary, ...prose['customer-impact']].flatMap(({ text, place }) =>
      findWholeDurations(text).map((said) => ({ text: said.text, milliseconds: said.milliseconds, place })),
    ),
    timeline,
    actionItems: stateActionItems(record),
    people: namesOfPeople(record),
    damages: typed.flatMap(({ text, place }) =>
      text
        .split('\n')
        .flatMap(findDamages)
        .map((damage) => ({ text: damage, place })),
    ),
    record: {
      openMitigations: openMitigations(record.events).map(({ id, text }) => ({
        text,
        place: { section: 'resolution', eventId: id },
      })),
      unansweredCalls: statedCalls(record, postmortem),
      missingMilestones: Object.values(milestonesOf(record)).flatMap(({ name, at }) => (at === undefined ? name : [])),
    },
    checkedAt,
  };
}

function stateProse({ narrative }: IncidentRecord, { summary }: Postmortem): StatedPostmortem['prose'] {
  const written = (part: ProsePart) => narrative.findLast(({ section }) => section === part)?.text.trim();
  const statements = (part: ProsePart): readonly Statement[] => {
    const text = part === 'summary' ? summary : written(part);
    return text === undefined || text === '' ? [] : [{ text, place: placeOf(part) }];
  };
  return Object.fromEntries(PROSE_PARTS.map((part) => [part, statements(part)])) as StatedPostmortem['prose'];
}

function stateEvent(event: TimelineEvent, record: IncidentRecord): StatedEvent {
  const place = { section: 'timeline', eventId: event.id } as const;
  return {
    text: event.text,
    place,
    time: stateTime(event.at, place, record),
    kind: event.kind,
    hasLink: event.permalink !== undefined,
  };
}

function stateTime(at: Instant, place: StatedTime['place'], { zone }: IncidentRecord): StatedTime {
  return {
    /** Telling thousands of times takes long, and nearly none of them is read. */
    get text() {
      return inOneLine(dateAndTime(at, zone));
    },
    place,
    at,
    hasDate: true,
    hasZone: true,
    isAmbiguous: false,
    isEstimated: false,
  };
}

function stateActionItems({ actionItems, people }: IncidentRecord): readonly StatedActionItem[] {
  const names = namesIn(people);
  return actionItems.map(({ id, title, owner, dueOn, kind, doneWhen, priority, ticket, status }) => ({
    text: title,
    place: { section: 'action-items', actionItemId: id },
    owner: owner && names.ofParty(owner),
    isOwnedByPerson: owner && owner.kind === 'person',
    dueOn,
    kind,
    doneWhen,
    priority,
    hasTicket: ticket !== undefined && !ticket.isGone,
    status,
  }));
}

/** Whole, and as people call each other. */
function namesOfPeople({ people }: IncidentRecord): readonly string[] {
  return [...people.values()].flatMap(({ name, isBot }) => {
    const [first = ''] = name.split(/\s+/u);
    return isBot ? [] : [...new Set([name, first])];
  });
}
