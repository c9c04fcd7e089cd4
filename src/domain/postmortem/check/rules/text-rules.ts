import { placeOf } from '../place-of.ts';
import type { Rule } from '../rule.ts';
import type { StatedPostmortem } from '../stated-postmortem.ts';

const ACRONYM = /\b[A-Z][A-Z0-9]{2,5}\b/gu;
const KNOWN = new Set(
  (
    'API APIS DNS CDN HTTP HTTPS URL CPU RAM SQL UTC GMT EST PST CET CEST EAT SEV INC AWS GCP SSL TLS TCP UDP VPN SLA SLO SLI JSON HTML ' +
    'CSS XML SSH USA USD EUR GBP PDF FAQ SMS SRE DBA ORM IMG PNG JPG TODO AND THE NOT FIXED ASAP FYI ETA TBD MTTR DDOS SEV0 SEV1 SEV2 ' +
    'SEV3 SEV4 UUID IOPS IPV4 IPV6 YAML REST CRUD ACL SDK CLI'
  ).split(' '),
);

/** Whether it can be read. */
export const textRules: readonly Rule[] = [
  {
    id: 'damaged-text',
    level: 'must',
    why: 'Broken characters and empty links look as if nobody had read it before.',
    check: ({ damages }) =>
      damages.map(({ place, text }) => ({
        place,
        text: `“${text}” is damaged or empty. Write what was meant, or take it out.`,
      })),
  },
  {
    id: 'unknown-acronym',
    level: 'hint',
    why: 'The summary and the impact are read by people from elsewhere.',
    check: checkAcronyms,
  },
  {
    id: 'lessons-incomplete',
    level: 'should',
    why: 'What went well and where luck helped is worth keeping, and seldom told.',
    check: checkLessons,
  },
];

function checkAcronyms({ prose }: StatedPostmortem) {
  const statements = [...prose.summary, ...prose['customer-impact'], ...prose.affected, ...prose['business-impact']];
  const seen = new Set<string>();
  return statements.flatMap(({ text, place }) => {
    const fresh = [...new Set(text.match(ACRONYM))].filter((word) => !KNOWN.has(word) && !seen.has(word));
    for (const word of fresh) {
      seen.add(word);
    }
    const words = fresh.filter((word) => !text.includes(`(${word})`));
    return words.length === 0
      ? []
      : [
          {
            place,
            text: `Not everybody knows ${words.map((word) => `“${word}”`).join(', ')}. Spell it out the first time.`,
          },
        ];
  });
}

const LESSONS = [
  ['went-well', 'what went well'],
  ['went-badly', 'what went badly'],
  ['got-lucky', 'where you were lucky'],
] as const;

function checkLessons({ prose }: StatedPostmortem) {
  const missing = LESSONS.filter(([part]) => prose[part].length === 0);
  const [first] = missing;
  const names = missing.map(([, name]) => name);
  const list = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return first === undefined ? [] : [{ place: placeOf(first[0]), text: `It does not say ${list}.` }];
}
