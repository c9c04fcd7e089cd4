import { HOUR, MINUTE } from '../../time.ts';
import type { StatedDuration, Statement } from './stated-postmortem.ts';

const AMOUNT = String.raw`(?:\d+(?:[.,]\d+)?)`;
const HOURS = String.raw`(?<hours>${AMOUNT})[\s-]*(?:hours?|hrs?|h)\b`;
const MINUTES = String.raw`(?<minutes>${AMOUNT})[\s-]*(?:minutes?|mins?|m)\b`;
const ABOUT = String.raw`(?:(?:about|approximately|around|roughly|nearly|almost|over|some|circa)\s+|~\s*)?`;
/** Only what is said of the whole: `failed for 5 minutes` may be a part of it. */
const OF_ALL = new RegExp(
  String.raw`\b(?:last(?:ed|ing|s)|duration(?: of|:| was)?|(?:outage|downtime|incident) of|(?:outage|incident)\b[^.;\n]{0,30}?\bfor|in total|took)\s+(?<said>${ABOUT}(?:${HOURS}(?:,?\s+(?:and\s+)?${MINUTES.replace('minutes>', 'rest>')})?|${MINUTES}))`,
  'giu',
);

/** How long it is said to have lasted, where a text says so in so many words. */
export function readDurations({ text, place }: Statement): readonly StatedDuration[] {
  return [...text.matchAll(OF_ALL)].flatMap(({ groups }): readonly StatedDuration[] => {
    const { said = '', hours = '0', rest = '0', minutes = '0' } = groups ?? {};
    const milliseconds = amount(hours) * HOUR + (amount(rest) + amount(minutes)) * MINUTE;
    return milliseconds === 0 ? [] : [{ text: said, place, milliseconds }];
  });
}

function amount(text: string): number {
  return Number(text.replace(',', '.'));
}
