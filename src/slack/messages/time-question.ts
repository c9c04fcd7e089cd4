import { z } from 'zod';
import { channelId, groupId, personId } from '../../domain/ids.ts';
import { calledDayAndTime, dateAndTime, inOneLine } from '../../domain/tell-time.ts';
import { type Instant, instant } from '../../domain/time.ts';
import type { Mention } from '../../domain/timeline/mention.ts';
import type { UnclearLog } from '../../domain/timeline/parse-log.ts';
import { SPOKEN_KINDS } from '../../domain/timeline/timeline-event.ts';
import type { UnclearTime } from '../../domain/timeline/unclear-time.ts';
import { actions, button, type Message, section } from '../blocks/layout.ts';
import { limits } from '../blocks/limits.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { buttons } from '../identifiers.ts';

/** What a button must remember of the question; it comes from outside again, so it is read by zod. */
const ChosenTime = z.object({
  /** The delivery of the command that was answered with the question. */
  asked: z.string().min(1),
  kind: z.enum(SPOKEN_KINDS),
  at: z.iso.datetime().transform((at) => instant(Date.parse(at))),
  text: z.string().min(1),
  mentions: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('person'), id: z.string().transform(personId), name: z.string() }),
      z.object({ kind: z.literal('group'), id: z.string().transform(groupId), name: z.string() }),
      z.object({ kind: z.literal('channel'), id: z.string().transform(channelId), name: z.string() }),
    ]),
  ),
  permalink: z.string().optional(),
});

export type ChosenTime = z.output<typeof ChosenTime>;

/** What is known of the command besides its words. */
type Asked = Pick<ChosenTime, 'asked' | 'permalink'> & { readonly mentions: readonly Mention[] };

/** A button for each time that may be meant; undefined where the words are longer than a button can remember. */
export function timeQuestion(unclear: UnclearLog, about: Asked): Message | undefined {
  const choices = unclear.readings.map((at, index) => ({
    label: capitalized(call(unclear, at)),
    action: `${buttons.logAtTime}:${index}`,
    value: writeChosenTime({ ...about, ...unclear.logged, at }),
  }));
  if (choices.some(({ value }) => value.length > limits.buttonValue)) {
    return undefined;
  }
  const text = `${complain(unclear)} Press the time that you meant, or write it again with its date. Nothing is recorded yet.`;
  return { text, blocks: [section(text), actions(...choices.map(button))] };
}

/** Where nothing can be pressed, what to write instead. */
export function explainUnclearTime(unclear: UnclearTime): string {
  const { readings, speaker } = unclear;
  const called = readings.map((at) => call(unclear, at)).join(' or ');
  const written = readings.map((at) => `\`${dateAndTime(at, speaker.zone).local}\``).join(' or ');
  return `${complain(unclear)} Did you mean ${called}? Then write ${written}. Nothing was recorded.`;
}

export function readChosenTime(value: string): ChosenTime {
  return ChosenTime.parse(JSON.parse(value));
}

/** Without characters that Slack escapes. */
function writeChosenTime(chosen: Asked & Omit<ChosenTime, keyof Asked>): string {
  return JSON.stringify(chosen).replace(
    /[&<>]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function complain({ text, why }: UnclearTime): string {
  const time = `“${escapeMrkdwn(text.replace(/\s+/gu, ' '))}”`;
  return why === 'to-come' ? `${time} is still to come.` : `${time} can be read in more than one way.`;
}

function call({ speaker }: UnclearTime, at: Instant): string {
  return inOneLine(calledDayAndTime(at, speaker));
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
