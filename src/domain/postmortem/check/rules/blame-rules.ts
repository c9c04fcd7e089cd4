import { causesOf } from '../causes-of.ts';
import type { Found, Rule } from '../rule.ts';
import { PROSE_PARTS, type StatedPostmortem, type Statement } from '../stated-postmortem.ts';
import { blameIn, isBlaming } from '../words/blame.ts';
import { namesFault } from '../words/fault-words.ts';
import { inSentences, splitSentences } from '../words/split-sentences.ts';

const HINDSIGHT =
  /\b(?:should(?:n['’]t| not)? have|ought to have|if only|(?:we|they|he|she|you|i|the team|somebody|someone|nobody|engineers?) (?:\w+ )?could have)\b/iu;
const ANIMATED =
  /\b(?:ridiculous\w*|careless\w*|stupid\w*|idiot\w*|insane\w*|crazy|dumb|lazy|laziness|incompeten\w*|negligen\w*|shameful\w*|embarrassing\w*|inexcusable|unforgivable|sloppy|clueless)\b|!{2,}/iu;

/** Whether people are blamed. What may be meant otherwise is asked of whoever wrote it, and of nobody else. */
export const blameRules: readonly Rule[] = [
  {
    id: 'person-as-cause',
    level: 'must',
    why: 'People who are blamed tell less the next time.',
    check: (stated) =>
      causesOf(stated)
        .filter(({ text }) => splitSentences(text).some((sentence) => isBlaming(sentence, stated.people)))
        .map(({ place }) => ({
          place,
          text: 'The root cause puts it on a person. Say instead what made the slip easy, and why nothing caught it.',
        })),
  },
  {
    id: 'name-beside-fault',
    level: 'hint',
    why: 'People who are blamed tell less the next time.',
    isForAuthor: true,
    check: (stated) =>
      sentencesOf(stated, namesFault).flatMap(({ place, text }) => {
        const blame = blameIn(text, stated.people);
        return blame === undefined
          ? []
          : [
              {
                place,
                text: `“${blame}” may read as blame. Say what they saw and what it led them to do; a role will do for the name.`,
              },
            ];
      }),
  },
  {
    id: 'hindsight',
    level: 'hint',
    why: 'What was plain afterwards was not when it happened.',
    isForAuthor: true,
    check: words(
      HINDSIGHT,
      (said) =>
        `“${said}” judges with what is known now. Say what people knew then, and what would have shown them more.`,
    ),
  },
  {
    id: 'animated-language',
    level: 'hint',
    why: 'Strong words make people defend themselves instead of explaining.',
    isForAuthor: true,
    check: words(ANIMATED, (said) => `“${said}” is strong. Say plainly what happened.`),
  },
];

function words(pattern: RegExp, told: (said: string) => string) {
  return (stated: StatedPostmortem): readonly Found[] =>
    sentencesOf(stated, (text) => pattern.test(text)).flatMap(({ place, text }) => {
      const said = pattern.exec(text)?.[0];
      return said === undefined ? [] : [{ place, text: told(said) }];
    });
}

/** Of what holds what is looked for: a long timeline takes long to split. */
function sentencesOf(
  { prose, timeline, actionItems }: StatedPostmortem,
  isMeant: (text: string) => boolean,
): readonly Statement[] {
  const all: readonly Statement[] = [...PROSE_PARTS.flatMap((part) => prose[part]), ...timeline, ...actionItems];
  return inSentences(all.filter(({ text }) => isMeant(text)));
}
