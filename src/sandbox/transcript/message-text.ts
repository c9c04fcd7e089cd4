import { formatInZone, instant, type TimeZone } from '../../domain/time.ts';
import type { Message } from '../people/message.ts';
import type { Paint } from './paint.ts';

/** What a reader in that zone sees of a message. */
export function messageText(message: Message, zone: TimeZone): string {
  const text = withoutMarks(message.visibleText().trim());
  return [...datesIn(message, zone)].reduce((shown, [fallback, date]) => shown.replaceAll(fallback, date), text);
}

/** Slack shows a date in its reader's zone; the fallback that stands in for it here is in UTC. */
function datesIn(message: Message, zone: TimeZone): ReadonlyMap<string, string> {
  const markup = message.blocks.length > 0 ? JSON.stringify(message.blocks) : message.text;
  const dates = markup.matchAll(/<!date\^(\d+)\^([^|>^]*)[^|>]*\|([^>]*)>/gu);
  return new Map(
    [...dates].map(([, seconds = '', pattern = '', fallback = '']) => {
      const shown = pattern.includes('date') ? 'yyyy-MM-dd HH:mm' : 'HH:mm';
      return [fallback, formatInZone(instant(Number(seconds) * 1_000), zone, shown)];
    }),
  );
}

/** The buttons, apart from the words. */
export function paintLine(line: string, message: Message, paint: Paint): string {
  return message
    .buttons()
    .map(({ text }) => `[${text}]`)
    .reduce((painted, button) => painted.replaceAll(button, paint.dim(button)), line);
}

/** Slack's own marks for bold and italic, which it does not show. Taken out of the whole text: a line may break in them. */
function withoutMarks(text: string): string {
  return text
    .replaceAll(/(?<![\p{L}\p{N}*])\*(\S(?:[^*\n]*\S)?)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replaceAll(/(?<![\p{L}\p{N}_])_(\S(?:[^_\n]*\S)?)_(?![\p{L}\p{N}_])/gu, '$1');
}
