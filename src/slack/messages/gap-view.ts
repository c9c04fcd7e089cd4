import { z } from 'zod';
import { type MessageKey, messageKey } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { GapView } from '../../use-cases/gaps/show-gap.ts';

const AnInstant = z.iso.datetime().transform((text) => text as Instant);
const View = z.tuple([AnInstant, AnInstant, z.coerce.number().int().min(0)]);
const Key = z.string().regex(/^\d+\.\d+$/u);

/** `2024-05-07T14:10:00.000Z 2024-05-07T15:30:00.000Z 0`: it travels in the values of buttons. */
export function writeGapView({ gap, page }: GapView): string {
  return `${gap.from} ${gap.to} ${page}`;
}

export function readGapView(value: string): GapView {
  const [from, to, page] = View.parse(value.split(' '));
  return { gap: { from, to }, page };
}

/** The same, with the message that is to be added. */
export function writeAddition(key: MessageKey, view: GapView): string {
  return `${key} ${writeGapView(view)}`;
}

export function readAddition(value: string): { readonly key: MessageKey; readonly view: GapView } {
  const [key, ...view] = value.split(' ');
  return { key: messageKey(Key.parse(key)), view: readGapView(view.join(' ')) };
}
