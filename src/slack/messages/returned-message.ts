import { byDueDate } from '../../domain/action-items/by-due-date.ts';
import type { DigestItem, ReturnedItems } from '../../use-cases/action-items/action-item-messenger.ts';
import { context, type Message, section, when } from '../blocks/layout.ts';
import { COMMAND } from '../identifiers.ts';
import { asManyItems } from './as-many-items.ts';
import { itemBlocks } from './item-blocks.ts';

/** To whoever can find other owners: all that somebody had whose account was deactivated. */
export function returnedMessage({ owner, day, items }: ReturnedItems): Message {
  const waiting = items.filter(isWaiting).toSorted(byDueDate);
  const text = `↩️ The account of <@${owner}> was deactivated${stateWords(waiting.length, items.length)}`;
  return asManyItems((most) => {
    const hidden = waiting.slice(most);
    const settled = items.filter((shown) => !isWaiting(shown)).slice(0, Math.max(0, most - waiting.length));
    // What is seen to makes room for what is not, and else stays where it was.
    const shown = [...waiting.slice(0, most), ...settled].toSorted(byDueDate);
    return {
      text,
      blocks: [
        section(text),
        ...shown.flatMap((each) => itemBlocks(each, day)),
        ...when(hidden.length > 0, () => [context(`and ${hidden.length} more: \`${COMMAND} actions\``)]),
      ],
    };
  });
}

function isWaiting({ ending, item }: DigestItem): boolean {
  return ending === undefined && item.owner === undefined;
}

function stateWords(waiting: number, all: number): string {
  if (waiting === 0) {
    return `. ${all === 1 ? 'This action item is' : `All of these ${all} action items are`} seen to.`;
  }
  if (waiting < all) {
    return `. Of these ${all} action items ${waiting === 1 ? '1 still has' : `${waiting} still have`} no owner:`;
  }
  return all === 1
    ? ', so this action item has no owner any more. Take it or give it to somebody else:'
    : `, so these ${all} action items have no owner any more. Take them or give them to somebody else:`;
}
