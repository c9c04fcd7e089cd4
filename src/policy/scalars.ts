import { z } from 'zod';
import { nearestWord } from '../domain/nearest-word.ts';

export const TimeOfDay = z
  .string('Write a time of day as hours and minutes, 00:00 to 23:59, such as 09:00.')
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);

export const OnOrOff = z.enum(['on', 'off'], 'Write on or off.').transform((word) => word === 'on');

/** How somebody calls what the file lists, a rota say. */
export function nameOf(what: string) {
  return z
    .string()
    .regex(
      /^(?=.{1,40}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u,
      `Name ${what} in small letters and digits, with - between words, in 40 characters at most, such as database.`,
    );
}

export function wholeNumber(range: { readonly from: number; readonly to: number; readonly sentence: string }) {
  return z
    .string(range.sentence)
    .regex(/^(?:0|[1-9]\d{0,5})$/u)
    .refine((digits) => Number(digits) >= range.from && Number(digits) <= range.to)
    .transform(Number);
}

export function webUrl(example: string) {
  return z
    .string(`Write a web address without user or password, which belong into the environment, such as ${example}.`)
    .refine((text) => {
      const url = /^https?:\/\/\S+$/u.test(text) && URL.canParse(text) ? new URL(text) : undefined;
      return url !== undefined && url.username === '' && url.password === '';
    });
}

/** One of these words; a slip is told the nearest. */
export function choice<const Word extends string>(words: readonly Word[]) {
  return z.enum(words, { error: ({ input }) => `Write ${oneOf(words, String(input))}.` });
}

export function oneOf(words: readonly string[], typed: string): string {
  return nearestWord(typed, words) ?? (words.length === 1 ? `${words[0]}` : `one of ${words.join(', ')}`);
}
