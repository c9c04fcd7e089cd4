import { accept, type Result, refuse } from '../result.ts';
import { addCalendarDays, type CalendarDate, type Instant } from '../time.ts';
import type { Day } from './days.ts';
import { dateIn, instantsOn } from './instants-on.ts';
import { wholeTime } from './parse-time.ts';
import type { Speaker } from './speaker.ts';
import { COMING_DAYS } from './spoken-days.ts';
import { type UnclearTime, type UnparsableTime, unparsable } from './unclear-time.ts';

type Read = Result<Instant, UnparsableTime | UnclearTime>;

/** Reads the whole text as the time from which something is to hold, `thursday 18:00`. It may be over already. */
export function parseBeginning(text: string, speaker: Speaker): Read {
  const typed = text.trim();
  const { now } = speaker;
  if (/^now$/iu.test(typed)) {
    return accept(now);
  }
  const said = readInstants(typed, speaker, now);
  if (said === undefined) {
    return unparsable(typed);
  }
  const { meant, otherwise, isJustAClock } = said;
  return isJustAClock && meant.some((at) => at <= now)
    ? choose([...meant, ...otherwise], typed, speaker)
    : choose(meant, typed, speaker);
}

/** Reads the whole text as the time until which something holds, `friday 9:00`: the first such after `since`. */
export function parseEnd(text: string, speaker: Speaker, since: Instant): Read {
  const typed = text.trim();
  const said = readInstants(typed, speaker, since);
  if (said === undefined) {
    return unparsable(typed);
  }
  const isLater = (at: Instant) => at > since;
  const meant = said.meant.filter(isLater);
  const otherwise = said.otherwise.filter(isLater);
  if (meant.length > 0) {
    return choose(meant, typed, speaker);
  }
  if (said.isJustAClock) {
    return choose(otherwise, typed, speaker);
  }
  return otherwise.length > 0
    ? refuse({ kind: 'unclear-time', text: typed, why: 'ambiguous', readings: otherwise, speaker })
    : choose(said.meant.slice(0, 1), typed, speaker);
}

function choose(readings: readonly Instant[], typed: string, speaker: Speaker): Read {
  const [at, ...more] = readings;
  if (at === undefined) {
    return unparsable(typed);
  }
  return more.length === 0
    ? accept(at)
    : refuse({ kind: 'unclear-time', text: typed, why: 'ambiguous', readings, speaker });
}

interface SaidInstants {
  readonly meant: readonly Instant[];
  readonly otherwise: readonly Instant[];
  readonly isJustAClock: boolean;
}

/** Of a time of day alone, the day from which on it is looked for is meant, or else the day after. */
const JUST_A_CLOCK: Day = ({ today, since = today }) => ({ meant: [since], otherwise: [addCalendarDays(since, 1)] });

function readInstants(typed: string, { now, zone, locale }: Speaker, since: Instant): SaidInstants | undefined {
  const { clock, offset, day = JUST_A_CLOCK } = wholeTime(typed, COMING_DAYS) ?? {};
  if (clock === undefined || offset === 'unclear') {
    return undefined;
  }
  const place = { zone, offset };
  const days = day({ today: dateIn(place, now), since: dateIn(place, since), locale });
  const instantsOf = (date: CalendarDate) => instantsOn(place, date, clock);
  return {
    meant: days.meant.flatMap(instantsOf),
    otherwise: days.otherwise.flatMap(instantsOf),
    isJustAClock: day === JUST_A_CLOCK,
  };
}
