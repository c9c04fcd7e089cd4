import type { Finding } from '../finding.ts';
import type { Postmortem } from '../postmortem.ts';

/** Digits, and words that say how many. */
const AMOUNT =
  /\p{Number}|\b(?:no|nobody|none|nothing|zero|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|half|third|quarter|all|every|everyone|everybody|most)\b/iu;

/** Whether it says what happened, whom it hurt, how badly and since when. */
export function checkImpact({ summary, impact }: Postmortem): readonly Finding[] {
  const findings: Finding[] = [];
  if (summary === undefined) {
    findings.push({
      rule: 'no-summary',
      level: 'must',
      section: 'summary',
      text: 'There is no summary. Say in two or three sentences what happened, whom it hurt and what ended it.',
    });
  }
  if (impact.customer === undefined) {
    findings.push({
      rule: 'no-impact',
      level: 'must',
      section: 'impact',
      text: 'Nobody has said what customers noticed. Say who was hurt, how, and how many they were.',
    });
  } else if (!AMOUNT.test(`${impact.customer}\n${impact.affected ?? ''}\n${impact.business ?? ''}`)) {
    findings.push({
      rule: 'impact-without-number',
      level: 'must',
      section: 'impact',
      text: 'The impact has no number. Say how many people, requests or bookings it touched; an estimate is fine if you call it one.',
    });
  }
  if (impact.startedAt === undefined) {
    findings.push({
      rule: 'impact-start-unknown',
      level: 'must',
      section: 'impact',
      text: 'Nobody has said when the impact started, so its length is unknown. Give the time; an estimate is better than none.',
    });
  }
  return findings;
}
