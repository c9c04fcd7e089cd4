import type { ViewOutput } from '@slack/bolt';
import type { InputBlock } from '@slack/types';
import { SPOKEN_KINDS, type SpokenKind, type TimelineKind } from '../../domain/timeline/timeline-event.ts';
import { choiceField } from '../blocks/fields.ts';
import { kindEmoji, kindInWords } from '../text/timeline-line.ts';
import { readChoice } from './read-fields.ts';

const NAME = 'kind';

/** What kind of event it is. */
export function kindField(initial: TimelineKind): InputBlock {
  return choiceField({
    name: NAME,
    label: 'Kind',
    choices: SPOKEN_KINDS.map((kind) => ({ value: kind, label: `${kindEmoji[kind]} ${kindInWords(kind)}` })),
    initial,
  });
}

export function readKind(view: ViewOutput): SpokenKind | undefined {
  const kind = readChoice(view, NAME);
  return SPOKEN_KINDS.find((known) => known === kind);
}
