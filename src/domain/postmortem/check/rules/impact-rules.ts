import { placeOf, textOf } from '../place-of.ts';
import type { Rule } from '../rule.ts';
import type { StatedPostmortem, Statement } from '../stated-postmortem.ts';
import { hasAmount, hasCount, hasShare } from '../words/amounts.ts';

const HEDGE =
  /\b(?:significant\w*|some|potential\w*|many|several|various|numerous|a number of|a few|considerabl\w+|substantial\w*)\b/iu;
const IS_WHOLE = /\b(?:outages?|completely (?:down|unavailable)|(?:was|were|went) (?:\w+ )?down)\b/iu;
const IS_PARTIAL =
  /\b(?:some|intermittent\w*|slow\w*|degraded|partial\w*)\b|(?<![\d.,])\d{1,2}(?:\.\d+)? ?(?:%|per ?cent\b)/iu;

/** Whom it hurt, how badly and since when. */
export const impactRules: readonly Rule[] = [
  {
    id: 'no-summary',
    level: 'must',
    why: 'Most readers read nothing else.',
    check: ({ prose }) =>
      prose.summary.length > 0
        ? []
        : [
            {
              place: placeOf('summary'),
              text: 'There is no summary. Say in two or three sentences what happened, whom it hurt and what ended it.',
            },
          ],
  },
  {
    id: 'no-impact',
    level: 'must',
    why: 'How much an incident is worth learning from depends on whom it hurt.',
    check: (stated) =>
      impactOf(stated).length > 0
        ? []
        : [
            {
              place: placeOf('customer-impact'),
              text: 'Nobody has said what customers noticed. Say who was hurt, how, and how many they were.',
            },
          ],
  },
  {
    id: 'impact-without-number',
    level: 'must',
    why: 'Without a number nobody can tell a small incident from a large one.',
    check: (stated) =>
      impactOf(stated).length === 0 || isCounted(stated)
        ? []
        : [
            {
              place: placeOf('customer-impact', impactOf(stated)),
              text: 'The impact has no number. Say how many people, requests or bookings it touched; an estimate is fine if you call it one.',
            },
          ],
  },
  {
    id: 'impact-without-count-and-share',
    level: 'should',
    why: 'A share without a count hides how many it was, and a count without a share how bad.',
    check: checkCountAndShare,
  },
  {
    id: 'hedge-without-figure',
    level: 'should',
    why: 'Everybody takes “some” and “significant” for another number.',
    check: (stated) =>
      isCounted(stated)
        ? impactWords(stated)
            .filter(({ text }) => HEDGE.test(text) && !hasAmount(text))
            .map(({ place, text }) => ({
              place,
              text: `“${HEDGE.exec(text)?.[0]}” says how much to nobody. Give a figure, or say that it is not known.`,
            }))
        : [],
  },
  {
    id: 'outage-for-partial-impact',
    level: 'should',
    why: 'Readers take an outage to be one for everybody.',
    check: checkOutage,
  },
];

function impactOf({ prose }: StatedPostmortem): readonly Statement[] {
  return prose['customer-impact'];
}

function impactWords({ prose }: StatedPostmortem): readonly Statement[] {
  return [...prose['customer-impact'], ...prose.affected, ...prose['business-impact']];
}

function isCounted(stated: StatedPostmortem): boolean {
  return hasAmount(textOf(impactWords(stated)));
}

function checkCountAndShare(stated: StatedPostmortem) {
  const text = textOf([...impactOf(stated), ...stated.prose.affected]);
  const [count, share] = [hasCount(text), hasShare(text)];
  if (count === share) {
    return [];
  }
  return [
    {
      place: placeOf('customer-impact', impactOf(stated)),
      text: count
        ? 'The impact has a count and no share. Say of how many that is.'
        : 'The impact has a share and no count. Say how many people or requests that is; an estimate is fine if you call it one.',
    },
  ];
}

function checkOutage(stated: StatedPostmortem) {
  const { title, prose } = stated;
  const said = [...(title === undefined ? [] : [title]), ...prose.summary, ...impactOf(stated)].find(({ text }) =>
    IS_WHOLE.test(text),
  );
  if (said === undefined || !IS_PARTIAL.test(textOf(impactOf(stated)))) {
    return [];
  }
  const text = `“${IS_WHOLE.exec(said.text)?.[0]}” is said of something that hurt only a part of users or requests. Say what they could not do.`;
  return [{ place: said.place, text }];
}
