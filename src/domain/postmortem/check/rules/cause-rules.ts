import { causesOf } from '../causes-of.ts';
import { placeOf, textOf } from '../place-of.ts';
import type { Found, Rule } from '../rule.ts';
import type { StatedPostmortem } from '../stated-postmortem.ts';
import { inSentences } from '../words/split-sentences.ts';
import { shareOf, tellingWords } from '../words/telling-words.ts';

const HUMAN_ERROR = /\b(?:human|operator|user|manual)[\s-]+(?:error|mistake|failure)s?\b/iu;
const NAMES_A_CAUSE = /\b(?:root cause|caused by|due to|because|as a result of|cause was|led to)\b/iu;
const FEW_WORDS = 4;
const ENOUGH_WORDS = 3;

/** Whether it says what broke and why, and the same everywhere. */
export const causeRules: readonly Rule[] = [
  {
    id: 'no-root-cause',
    level: 'must',
    why: 'Without a cause nothing can be done so that it does not come again.',
    check: (stated) =>
      causesOf(stated).length > 0
        ? []
        : [
            {
              place: placeOf('root-cause'),
              text: 'There is no root cause. Say what broke and why; if it is not known yet, say what was ruled out.',
            },
          ],
  },
  {
    id: 'human-error-as-cause',
    level: 'must',
    why: 'People will always slip; what can be mended is what let a slip do harm.',
    check: (stated) =>
      causesOf(stated)
        .filter(({ text }) => HUMAN_ERROR.test(text))
        .map(({ place, text }) => ({
          place,
          text: `The root cause says “${HUMAN_ERROR.exec(text)?.[0]?.toLowerCase().replace(/\s+/gu, ' ')}”. Say instead what made the slip easy, and why nothing caught it.`,
        })),
  },
  {
    id: 'root-cause-in-two-words',
    level: 'should',
    why: 'A cause that only repeats the title explains nothing.',
    check: checkLength,
  },
  {
    id: 'cause-contradicts-itself',
    level: 'should',
    why: 'Readers of the summary and readers of the cause learn two things.',
    check: checkSummary,
  },
  {
    id: 'no-contributing-factor',
    level: 'should',
    why: 'A cause alone seldom makes an incident; what helped it along is often easier to mend.',
    check: ({ prose }) =>
      prose['contributing-factors'].length > 0
        ? []
        : [
            {
              place: placeOf('contributing-factors'),
              text: 'There is no contributing factor. Say what made it likelier, worse or slower to find.',
            },
          ],
  },
];

function checkLength(stated: StatedPostmortem): readonly Found[] {
  const causes = causesOf(stated);
  const text = textOf(causes);
  const words = text.match(/[\p{Letter}\p{Number}]+/gu) ?? [];
  const [first] = causes;
  if (first === undefined) {
    return [];
  }
  const title = stated.title === undefined ? new Set<string>() : tellingWords(stated.title.text);
  const repeats = [...tellingWords(text)].every((word) => title.has(word));
  if (words.length >= FEW_WORDS && !repeats) {
    return [];
  }
  const problem = repeats ? 'The root cause says no more than the title.' : 'The root cause is a word or two.';
  return [{ place: first.place, text: `${problem} Say what broke, why, and why then.` }];
}

function checkSummary(stated: StatedPostmortem): readonly Found[] {
  const named = inSentences(stated.prose.summary).filter(({ text }) => NAMES_A_CAUSE.test(text));
  const [first] = named;
  const [one, other] = [tellingWords(textOf(named)), tellingWords(textOf(causesOf(stated)))];
  if (first === undefined || one.size < ENOUGH_WORDS || other.size < ENOUGH_WORDS || shareOf(one, other) > 0) {
    return [];
  }
  return [
    {
      place: placeOf('root-cause', stated.prose['root-cause']),
      text: 'The summary and the root cause name two causes that have no word in common: which is right? Correct the one that is not.',
    },
  ];
}
