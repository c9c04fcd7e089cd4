import type { Message } from '../blocks/layout.ts';
import { limits } from '../blocks/limits.ts';
import { sizeOf } from '../blocks/size.ts';

/** So many, each of two blocks, fit between the headings of a message. */
const MOST_ITEMS = 20;

/** The message with as many items as Slack takes: links alone may be so long that it takes fewer. */
export function asManyItems(draw: (most: number) => Message): Message {
  for (let most = MOST_ITEMS; most > 1; most--) {
    const message = draw(most);
    if (sizeOf(message.blocks) <= limits.messageSize) {
      return message;
    }
  }
  return draw(1);
}
