/** A time of day. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

export interface ClockAndRest {
  /** Undefined where it is written as a time of day, and no clock shows it. */
  readonly clock: Clock | undefined;
  readonly hasSeconds: boolean;
  readonly hasHalf: boolean;
  readonly rest: string;
}

const HALF = String.raw`(?:[^\S\r\n]*([ap])(?:m|\.m\.))?`;
/** Not the beginning of something longer, unless that is a zone: `14:10Z`, `14:10UTC`. */
const END = String.raw`(?!(?!(?:Z|UTC|GMT)(?![\p{L}\p{N}_]))[\p{L}\p{N}_]|[:./]\p{N})`;
/** With minutes or with am or pm; a bare number is a number. */
const CLOCK = new RegExp(String.raw`^(\d{1,2})(?::(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?${HALF}${END}`, 'iu');

/** `14:10`, `9:45:30`, `6:20 PM`, `6pm`. */
export function eatClock(text: string): ClockAndRest | undefined {
  const [all, hour, minute, second, fraction, half] = CLOCK.exec(text) ?? [];
  if (all === undefined || (minute === undefined && half === undefined)) {
    return undefined;
  }
  const clock = {
    hour: hourOfDay(Number(hour), half),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: Number((fraction ?? '').padEnd(3, '0').slice(0, 3)),
  };
  const isShown = clock.hour < 24 && clock.minute < 60 && clock.second < 60;
  return {
    clock: isShown ? clock : undefined,
    hasSeconds: second !== undefined,
    hasHalf: half !== undefined,
    rest: text.slice(all.length),
  };
}

/** NaN where there is no such hour: 13 pm. */
function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) {
    return hour;
  }
  const isOnDial = hour >= 1 && hour <= 12;
  return isOnDial ? (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number.NaN;
}
