import type { ViewOutput } from '@slack/bolt';
import { shorten } from '../../domain/shorten.ts';
import { addActionItems, type BadLine } from '../../use-cases/action-items/add-action-items.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import { readNewItems } from '../modals/new-items-field.ts';
import { plainWords } from '../plain-words.ts';
import { assignTyped } from './assign-typed.ts';
import type { WrongField } from './wrong-field.ts';

const SHOWN = 5;
const LINE = 60;

/**
 * Keeps what a form says of action items, and answers what is wrong with it. Those that it has are seen to first,
 * so that new ones are made only with a form that is right.
 */
export async function keepTypedItems(
  ports: Ports,
  asker: RequesterInChannel,
  view: ViewOutput,
): Promise<readonly WrongField[]> {
  const wrong = await assignTyped(ports, asker, view);
  return wrong.length > 0 ? wrong : addTyped(ports, asker, view);
}

async function addTyped(ports: Ports, asker: RequesterInChannel, view: ViewOutput): Promise<readonly WrongField[]> {
  const newItems = readNewItems(view);
  if (newItems === undefined) {
    return [];
  }
  const added = await addActionItems(ports, { ...asker, ...newItems });
  if (added.ok || added.refusal.kind !== 'bad-lines') {
    return [];
  }
  const words = added.refusal.lines.slice(0, SHOWN).map(wordsOf).join('\n');
  return [{ field: newItems.name, words, wordsAlone: words }];
}

function wordsOf({ line, why }: BadLine): string {
  const start = shorten(line, LINE);
  if (why.kind === 'empty-text') {
    return `“${start}” says no work. Write what is to be done.`;
  }
  if (why.kind === 'begins-with-name') {
    return `“${start}” begins with a name. Leave it out: owners are asked for once it is made.`;
  }
  if (why.kind === 'unclear-day') {
    return `“${why.text}” in “${start}” is not one day. Write it as 2024-07-05.`;
  }
  return `“${start}”: ${plainWords(why)}`;
}
