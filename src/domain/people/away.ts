import {
  addCalendarDays,
  type CalendarDate,
  calendarDateAt,
  DAY,
  type Instant,
  instantOnDate,
  millisecondsBetween,
  type TimeZone,
} from '../time.ts';
import { parseDay } from '../timeline/parse-day.ts';

/** What somebody says of themselves beside their name. */
export interface PersonalStatus {
  readonly text: string;
  /** Its name without colons. */
  readonly emoji: string;
  /** When it goes by itself. */
  readonly endsAt: Instant | undefined;
  /** When their profile last changed, which is when “back on Monday” was said at the latest. */
  readonly changedAt: Instant | undefined;
}

interface Speaker {
  readonly zone: TimeZone;
  readonly locale: string | undefined;
}

export const AWAY_EMOJI: ReadonlySet<string> = new Set([
  'palm_tree',
  'desert_island',
  'beach_with_umbrella',
  'beach_umbrella',
  'umbrella_on_ground',
  'airplane',
  'airplane_departure',
  'luggage',
  'camping',
  'face_with_thermometer',
  'sneezing_face',
  'mask',
  'hospital',
  'baby',
  'baby_bottle',
  'breast-feeding',
  'christmas_tree',
]);

const AWAY_WORDS =
  /\b(?:away|ooo|o\.o\.o\.?|out\s+of\s+(?:the\s+)?office|out\s+(?:sick|ill)|off\s+(?:work|sick)|day\s+off|days\s+off|vacation(?:ing)?|holidays?|annual\s+leave|on\s+leave|(?:sick|parental|maternity|paternity|family)\s+leave|pto|sabbatical|sick|travell?ing|honeymoon|urlaub|congés?|vacances|vacaciones|ferie|férias)\b/iu;

/** “until 3 Dec” covers that day, “back on Monday” does not. */
const LAST_DAY = /\b(?:until|till|til|through|thru)\s+(?:the\s+)?(.+)$/iu;
const FIRST_DAY_BACK = /\b(?:back|return(?:s|ing)?)\s+(?:(?:on|in\s+the\s+office\s+on)\s+)?(?:the\s+)?(.+)$/iu;

/** In days from when it was said: two years of leave. What lasts longer was mistyped. */
const LONGEST_ABSENCE = 730;

/** Until when somebody says that they are away; undefined where they say no such thing, or no date that can be meant. */
export function awayUntil(status: PersonalStatus, speaker: Speaker): Instant | undefined {
  const back = dayNamed(status, speaker, FIRST_DAY_BACK);
  const last = dayNamed(status, speaker, LAST_DAY);
  if (!(AWAY_EMOJI.has(status.emoji) || AWAY_WORDS.test(status.text) || back !== undefined)) {
    return undefined;
  }
  if (status.endsAt !== undefined) {
    return isMeant(status.endsAt, status.changedAt) ? status.endsAt : undefined;
  }
  const firstDay = back ?? (last && addCalendarDays(last, 1));
  return firstDay && instantOnDate(firstDay, '00:00', speaker.zone);
}

function dayNamed(
  { text, changedAt }: PersonalStatus,
  { zone, locale }: Speaker,
  pattern: RegExp,
): CalendarDate | undefined {
  const [, words = ''] = pattern.exec(text) ?? [];
  if (words === '' || changedAt === undefined) {
    return undefined;
  }
  const today = calendarDateAt(changedAt, zone);
  const day = parseDay(words.replace(/[\s.,;:!)]+$/u, ''), { today, locale });
  return day !== undefined && day <= addCalendarDays(today, LONGEST_ABSENCE) ? day : undefined;
}

function isMeant(endsAt: Instant, changedAt: Instant | undefined): boolean {
  return changedAt !== undefined && millisecondsBetween(changedAt, endsAt) <= LONGEST_ABSENCE * DAY;
}
