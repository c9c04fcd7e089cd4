import { describe, expect, it } from 'vitest';
import type { NarrativeEntry } from '../../../src/domain/postmortem/narrative.ts';
import { type Weighed, type Words, weighWords } from '../../../src/domain/postmortem/weigh-words.ts';
import { aNarrativeEntry, claire, mahari } from '../../support/record-builder.ts';

const hers = aNarrativeEntry({ version: 1, text: 'Hers', writtenBy: claire });
const his = aNarrativeEntry({ version: 2, text: 'His', writtenBy: mahari });
const aside = aNarrativeEntry({ version: 3, text: 'Set aside', writtenBy: claire, isAside: true });

function typed(text: string, shownVersion: number, shownLength?: number): Words {
  return { kind: 'typed', text, shownVersion, shownLength };
}

const asShown: Words = { kind: 'as-shown' };
const isNew = (text: string): Weighed => ({ kind: 'new', text });
const nothingNew: Weighed = { kind: 'nothing-new' };

describe('weighWords', () => {
  it.each<[string, Words, readonly NarrativeEntry[], string, Weighed]>([
    ['takes the first words of a section', typed('Mine', 0), [], '', isNew('Mine')],
    ['takes better words', typed(' Mine\n', 2), [hers, his], '', isNew('Mine')],
    ['takes an emptied section', typed('', 2), [hers, his], '', isNew('')],
    ['leaves a suggestion to the record that was emptied', typed('', 0), [], 'From the record', nothingNew],
    [
      'leaves to the record what was typed as it suggests',
      typed('From the record', 0),
      [],
      'From the record ',
      nothingNew,
    ],
    [
      'takes what was changed of a suggestion',
      typed('From the record!', 0),
      [],
      'From the record',
      isNew('From the record!'),
    ],
    [
      'leaves the words of the record to it where somebody had emptied theirs',
      typed('From the record', 2),
      [hers, { ...his, text: '' }],
      'From the record',
      nothingNew,
    ],
    [
      'leaves to the record what somebody had emptied',
      asShown,
      [hers, { ...his, text: '' }],
      'From the record',
      nothingNew,
    ],
    [
      'finds a conflict in the words of the record where somebody wrote others',
      typed('From the record', 0),
      [his],
      'From the record',
      { kind: 'conflict', text: 'From the record', theirs: his },
    ],
    ['finds nothing new in the same words', typed('His', 2), [hers, his], '', nothingNew],
    ['finds nothing new in no words', typed('', 0), [], '', nothingNew],
    ['finds nothing new where both wrote the same', typed('His', 1), [hers, his], '', nothingNew],
    ['finds nothing new in what was sent back as it was', asShown, [hers, his], '', nothingNew],
    ['finds nothing new in an empty field', asShown, [], '', nothingNew],
    ['leaves a suggestion to the record', asShown, [], 'From the record', nothingNew],
    ['leaves alone what somebody wrote meanwhile', asShown, [his], 'From the record', nothingNew],
    [
      'keeps what did not fit into the form',
      typed('Better…', 1, 3),
      [aNarrativeEntry({ text: 'Old, and long' })],
      '',
      isNew('Better, and long'),
    ],
    [
      'keeps what did not fit of a suggestion',
      typed('Better', 0, 4),
      [],
      'From the record',
      isNew('Better the record'),
    ],
    ['does not take one’s own newer words for another’s', typed('Mine', 0), [hers], '', isNew('Mine')],
    ['does not take what was set aside for newer words', typed('Mine', 2), [hers, his, aside], '', isNew('Mine')],
    [
      'finds that somebody else wrote meanwhile',
      typed('Mine', 1),
      [hers, his, aside],
      '',
      { kind: 'conflict', text: 'Mine', theirs: his },
    ],
    [
      'finds that somebody else wrote first',
      typed('Mine', 0),
      [his],
      '',
      { kind: 'conflict', text: 'Mine', theirs: his },
    ],
    [
      'finds that somebody else emptied it',
      typed('Mine', 1),
      [hers, { ...his, text: '' }],
      '',
      { kind: 'conflict', text: 'Mine', theirs: { ...his, text: '' } },
    ],
  ])('%s', (_case, words, history, suggested, weighed) => {
    expect(weighWords(words, { history, suggested, by: claire })).toEqual(weighed);
  });
});
