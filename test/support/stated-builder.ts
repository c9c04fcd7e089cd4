import type { Finding } from '../../src/domain/postmortem/check/finding.ts';
import {
  PROSE_PARTS,
  type ProsePart,
  type StatedActionItem,
  type StatedDuration,
  type StatedEvent,
  type StatedPostmortem,
  type StatedTime,
} from '../../src/domain/postmortem/check/stated-postmortem.ts';
import type { PostmortemSection } from '../../src/domain/postmortem/postmortem.ts';
import type { CalendarDate } from '../../src/domain/time.ts';
import type { TimelineKind } from '../../src/domain/timeline/timeline-event.ts';
import { at } from './record-builder.ts';

type Prose = Partial<Record<ProsePart, string>>;

/** What a file states that lacks nothing: rules are tried by taking things from it. */
export function aStated({
  prose = {},
  ...overrides
}: Partial<Omit<StatedPostmortem, 'prose'>> & { readonly prose?: Prose } = {}): StatedPostmortem {
  return {
    source: 'file',
    title: undefined,
    severity: 'SEV1',
    prose: statedProse({ ...GOOD_PROSE, ...prose }),
    started: aTime('15:20'),
    ended: aTime('16:10'),
    durations: [],
    timeline: [
      anEvent('15:22', 'Customers report that they cannot book', 'detected'),
      anEvent('15:40', 'Looking at the connections', 'investigation'),
      anEvent('16:08', 'Set the pool to 50; bookings work again', 'resolution'),
    ],
    actionItems: [
      anAction('Test the pool settings under load before each release', { kind: 'prevent' }),
      anAction('Alert when a request waits for a connection for over 1 s', { kind: 'detect' }),
    ],
    people: [],
    damages: [],
    record: undefined,
    checkedAt: at('12:00', '2024-07-01'),
    ...overrides,
  };
}

const GOOD_PROSE: Prose = {
  summary: 'Bookings failed after a release.',
  'customer-impact': '45% of users, some 3200, could not book.',
  'root-cause': 'The release set the size of the pool from 50 to 5.',
  'contributing-factors': 'No test puts load on the pool.',
  'went-well': 'Somebody answered within three minutes.',
  'went-badly': 'We looked at the wrong system for half an hour.',
  'got-lucky': 'It was a Sunday.',
  'internal-communication': 'Updates in the channel every 30 minutes.',
};

export function statedProse(prose: Prose): StatedPostmortem['prose'] {
  const entries = PROSE_PARTS.map((part) => {
    const text = prose[part];
    return [part, text === undefined || text === '' ? [] : [{ text, place: { section: sectionOf(part), part } }]];
  });
  return Object.fromEntries(entries) as StatedPostmortem['prose'];
}

export function aTime(time: string, overrides: Partial<StatedTime> & { readonly date?: string } = {}): StatedTime {
  const { date, ...rest } = overrides;
  return {
    text: `${time} UTC`,
    place: { section: 'timeline' },
    at: at(time, date),
    hasDate: true,
    hasZone: true,
    isAmbiguous: false,
    isEstimated: false,
    ...rest,
  };
}

export function anEvent(
  time: string | StatedTime | undefined,
  text: string,
  kind?: TimelineKind,
  overrides: Partial<StatedEvent> = {},
): StatedEvent {
  return {
    text,
    place: { section: 'timeline' },
    time: typeof time === 'string' ? aTime(time) : time,
    kind,
    hasLink: true,
    ...overrides,
  };
}

export function anAction(text: string, overrides: Partial<StatedActionItem> = {}): StatedActionItem {
  return {
    text,
    place: { section: 'action-items' },
    owner: 'Claire',
    isOwnedByPerson: true,
    dueOn: '2024-07-10' as CalendarDate,
    kind: undefined,
    priority: undefined,
    doneWhen: undefined,
    hasTicket: false,
    status: 'open',
    ...overrides,
  };
}

export function aDuration(minutes: number, text = `${minutes} minutes`): StatedDuration {
  return { text, milliseconds: minutes * 60_000, place: { section: 'summary', part: 'summary' } };
}

export function aFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    rule: 'no-summary',
    level: 'must',
    why: 'Most readers read nothing else.',
    isForAuthor: false,
    place: { section: 'summary', part: 'summary' },
    placeKey: 'summary.2f0c4b1d9a6e8375',
    text: 'There is no summary.',
    ...overrides,
  };
}

function sectionOf(part: ProsePart): PostmortemSection {
  return part === 'summary' ? 'summary' : part.endsWith('impact') ? 'impact' : 'root-causes';
}
