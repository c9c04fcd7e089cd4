import { causesOf } from '../causes-of.ts';
import { placeOf, textOf } from '../place-of.ts';
import type { Found, Rule } from '../rule.ts';
import type { StatedPostmortem } from '../stated-postmortem.ts';
import { tellingWords } from '../words/telling-words.ts';

const SYMPTOM =
  /\b(?:failure of the connection|connect\w* (?:failures?|issues?|problems?|errors?)|(?:server|service|database|site|website|application|system) (?:was |is |went )?(?:down|unavailable|unresponsive|crash\w*|fail\w*)|unavailability)\b/iu;
const EXPLANATION =
  /\b(?:because|due to|since|misconfig\w*|bugs?|leak\w*|exhaust\w*|expired?|missing|wrong|incorrect|too (?:small|large|low|high|few|many)|deadlock\w*|overflow\w*|race|never|full|changed?|set)\b/iu;
const TRIGGER =
  /\b(?:deploy\w*|(?<!\b(?:not|never) (?:\w+ )?)releas\w+|roll(?:ed|ing)? ?out|rollout|launch\w*|updat\w+|upgrad\w+|migrat\w+|merg\w+|chang\w+|new feature|patch\w*|trigger\w*|expir\w+|renew\w+|peak|spik\w+|surg\w+|campaign|load|traffic|since|started when|introduc\w+|switch\w*|power|maintenance|cron\w*|backup)\b/iu;
const MISCONFIGURED =
  /\b(?:mis-?config\w*|(?:wrong|incorrect|bad) (?:\w+ )?(?:config\w*|settings?|values?|parameters?))\b/iu;
const VALUE = /\d|`[^`]+`|\bfrom \S+ to \S+/u;
const COMPONENTS =
  /\b(?:database|network|dns|cdn|disks?|memory|cpu|certificates?|load balancers?|caches?|redis|queues?|kafka|kubernetes|storage|firewall|api|payments?|search)\b/giu;

/** Whether the cause is told deeply enough to be mended. */
export const causeDepthRules: readonly Rule[] = [
  {
    id: 'root-cause-is-symptom',
    level: 'hint',
    why: 'That something was down is what users saw; the cause is why.',
    check: (stated) => {
      const text = textOf(causesOf(stated));
      const symptom = SYMPTOM.exec(text)?.[0];
      return symptom === undefined || EXPLANATION.test(text)
        ? []
        : found(stated, `The root cause seems to be what one saw: “${symptom}”. Ask once more why that was.`);
    },
  },
  {
    id: 'no-trigger',
    level: 'should',
    why: 'What was wrong for months broke on that day; what changed is where one can catch it.',
    check: (stated) => {
      const { prose } = stated;
      const said = [...prose.summary, ...causesOf(stated), ...prose['contributing-factors']];
      return causesOf(stated).length === 0 || TRIGGER.test(textOf(said))
        ? []
        : found(stated, 'It does not say why it happened then. Say what changed: a release, a load, a date.');
    },
  },
  {
    id: 'misconfiguration-without-values',
    level: 'should',
    why: 'Without the values nobody can look for the same mistake elsewhere.',
    check: (stated) => {
      const cause = textOf(causesOf(stated));
      return !MISCONFIGURED.test(cause) || VALUE.test(`${cause}\n${textOf(stated.prose.resolution)}`)
        ? []
        : found(stated, 'The cause is a wrong setting, without its values. Say which one it was, from what to what.');
    },
  },
  {
    id: 'title-names-another-cause',
    level: 'hint',
    why: 'People find an incident by its title.',
    check: checkTitle,
  },
];

function found({ prose }: StatedPostmortem, text: string): readonly Found[] {
  return [{ place: placeOf('root-cause', prose['root-cause']), text }];
}

function checkTitle(stated: StatedPostmortem): readonly Found[] {
  const { title } = stated;
  const cause = textOf(causesOf(stated));
  const named = title?.text.match(COMPONENTS)?.[0];
  const inCause = cause.match(COMPONENTS) ?? [];
  if (title === undefined || named === undefined || inCause.length === 0) {
    return [];
  }
  const [word = ''] = tellingWords(named);
  return tellingWords(cause).has(word)
    ? []
    : [
        {
          place: title.place,
          text: `The title names “${named}”, the root cause “${inCause[0]}”. Is the title still right?`,
        },
      ];
}
