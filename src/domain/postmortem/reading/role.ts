import { SECTION_OF_PART } from '../check/place-of.ts';
import type { ProsePart } from '../check/stated-postmortem.ts';
import type { PostmortemSection } from '../postmortem.ts';

/** What a part of a document tells. */
export type Role =
  | ProsePart
  | 'title'
  | 'severity'
  | 'start'
  | 'end'
  | 'duration'
  | 'timeline'
  | 'action-items'
  | 'mitigating-actions'
  | 'preventing-actions'
  | 'detecting-actions'
  | 'process-actions'
  | 'cause-and-resolution'
  | 'trigger'
  | 'communication'
  | 'people'
  /** Understood, and of no concern to any rule: who wrote it, a table of contents. */
  | 'other';

/** By the whole of a title, without what `normalTitle` takes away. The first that fits counts. */
const WHOLE: readonly (readonly [Role, string])[] = [
  ['other', 'status|readers|figures|metrics|date|published|version|document status'],
  [
    'people',
    'people|roles|roles and people|responders|response team|participants|attendees|incident commander|commander',
  ],
  [
    'people',
    'authors?|written by|by|posted by|prepared by|reported by|reviewers?|declared by|owners?|on ?call(?: engineers?)?',
  ],
  [
    'other',
    'what is still missing|transcript|table of contents|contents|glossary|references?|appendix|attachments|links',
  ],
  [
    'other',
    'supporting (?:information|data|documents)|related incidents?|evidence|tags|times|services?|components?|environment',
  ],
  ['title', 'title|post ?mortem|post ?mortem report|name'],
  ['severity', 'severity|sev|severity level'],
  ['start', '(?:started|starts|start|began|begin|since|from)(?: (?:time|date|at|on|date and time))?|onset'],
  ['end', '(?:ended|ends|end|until|to|resolved|restored|fixed)(?: (?:time|date|at|on|date and time))?|time resolved'],
  [
    'duration',
    'duration(?: of (?:the )?\\w+)?|total duration|length|downtime|total downtime|time to resolve|when|lasted',
  ],
  ['summary', 'summary|executive summary|overview|tl ?dr|abstract|description|what happened|in short|synopsis'],
  [
    'affected',
    'how many(?: or what share| were affected)?|number of (?:users|customers)(?: affected)?|(?:users|customers|services) affected|affected (?:users|customers|services)',
  ],
  [
    'business-impact',
    'business|business impact|impact on (?:the )?business|(?:revenue|financial|business) (?:impact|loss|effects?)|revenue|costs?',
  ],
  [
    'customer-impact',
    'impact|impact (?:analysis|assessment|on (?:users|customers))|scope|scope of impact|who was affected',
  ],
  ['customer-impact', '(?:customers?|users?|clients?|service)(?: impact)?'],
  [
    'detection',
    'detection|detected|detected by|detection method|discovery|how (?:it|this|we) (?:was )?(?:detected|noticed|found out|discovered)(?: it)?',
  ],
  ['contributing-factors', 'contributing (?:factors?|causes?)|aggravating factors?|secondary causes?'],
  ['trigger', 'triggers?'],
  ['cause-and-resolution', '(?:root )?causes? and (?:resolution|recovery|fix|remediation)|root cause and resolution'],
  [
    'root-cause',
    '(?:root |technical |underlying |primary )?causes?|technical root cause|rca|(?:root )?cause analysis|5 whys|five whys|why it happened|fault',
  ],
  [
    'misleading-paths',
    'misleading (?:paths?|leads?|investigations?|debugging paths?|investigation and debugging paths)|dead ends?|red herrings?|false leads?|what misled us',
  ],
  ['escalation', 'escalations?|escalation paths?|who was called'],
  [
    'resolution',
    'resolution|resolution and recovery|recovery|mitigation and resolution|mitigations?|(?:the )?fix|immediate (?:fix|fixes|actions?|response|remediation)|workaround|how (?:it|we) (?:was )?(?:resolved|fixed)(?: it)?',
  ],
  ['preventing-actions', 'prevent|prevent keep it from happening again|prevention'],
  ['mitigating-actions', 'mitigate|mitigate make the next one hurt less'],
  ['detecting-actions', 'detect|detect notice it sooner'],
  ['process-actions', 'process|process work together better'],
  [
    'action-items',
    'kind not set|action items?|action plan|actions|actions? required|action points|follow ?ups?(?: actions?| items?| tasks?)?|next steps|to ?dos?|task list|tasks|remediations?|remediation items?|improvements?',
  ],
  ['action-items', '(?:preventative|preventive)(?: (?:measures?|actions?|steps))?'],
  [
    'action-items',
    'improvements? and (?:fixes|actions)|fixes and improvements|fixes|recommendations?|corrective and (?:preventative|preventive)(?: (?:measures?|actions?))?|corrective (?:actions?|measures?)|long term (?:fixes|solutions?|actions)|short term (?:fixes|actions)|how we prevent it',
  ],
  ['went-well', '(?:what |things that )?went (?:well|right)|what worked(?: well)?'],
  [
    'went-badly',
    '(?:what |things that )?(?:went (?:wrong|badly|poorly)|did ?n.t (?:go|work) well|could have gone better|could be improved)',
  ],
  ['got-lucky', '(?:where )?(?:we )?(?:(?:got|were) )?lucky|lucky breaks?|luck'],
  [
    'lessons',
    'lessons?|lessons learn(?:ed|t)|learnings?|takeaways|key takeaways|conclusions?|retrospective|reflections?',
  ],
  ['internal-communication', 'internal|internal communications?'],
  [
    'external-communication',
    'external|external communications?|customer communications?|public communications?|status page(?: updates)?',
  ],
  ['communication', 'communications?|communication plan|stakeholder communications?'],
  ['timeline', 'timeline|time line|timeline of events|chronology|sequence of events|events|event log|log|history'],
];

/** Of a heading by what it says somewhere. */
const WITHIN: readonly (readonly [Role, string])[] = [
  ['timeline', 'timeline|chronology'],
  ['cause-and-resolution', 'causes? and (?:resolution|recovery|fix)'],
  ['contributing-factors', 'contributing'],
  ['root-cause', 'root causes?'],
  ['action-items', 'action items?|corrective|preventative|preventive|follow ?ups?|next steps'],
  ['business-impact', '(?:business|revenue|financial) impact'],
  ['customer-impact', 'impact(?:ed)?'],
  ['lessons', 'lessons|learned|learnt'],
  ['detection', 'detection'],
  ['escalation', 'escalation'],
  ['resolution', 'resolution|recovery'],
  ['summary', 'summary'],
];

const WHOLE_PATTERNS = WHOLE.map(([role, words]) => ({ role, pattern: new RegExp(`^(?:${words})$`, 'u') }));
const WITHIN_PATTERNS = WITHIN.map(([role, words]) => ({
  role,
  pattern: new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u'),
}));
const LONGEST_TITLE = 80;

/** Of a title that is nothing else: `Root Cause(s)`, `Issue Summary`, `Duration of Outage`. */
export function roleOfTitle(title: string): Role | undefined {
  const said = title.length > LONGEST_TITLE ? '' : normalTitle(title);
  return WHOLE_PATTERNS.find(({ pattern }) => pattern.test(said))?.role;
}

/** Of a heading, which may say more: `3. What we know of the root cause`. */
export function roleOfHeading(heading: string): Role | undefined {
  const said = heading.length > LONGEST_TITLE ? '' : normalTitle(heading);
  return roleOfTitle(heading) ?? WITHIN_PATTERNS.find(({ pattern }) => pattern.test(said))?.role;
}

/** Small, without numbers before, brackets, signs, and the words that say what every postmortem is about. */
function normalTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/\([^()]*\)/gu, ' ')
    .replace(/[&/]/gu, ' and ')
    .replace(/^[\s\d.)]+(?=\p{L})/u, '')
    .replace(/[^\p{L}\p{N}\s]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:detailed )?explanation of /u, '')
    .replace(/^(?:(?:the|our|an?|issue|incident|outage|event|postmortem) )+(?=\p{L})/u, '');
}

/** Where what a role tells stands in a postmortem. */
export const SECTION_OF_ROLE: Readonly<Record<Role, PostmortemSection>> = {
  ...SECTION_OF_PART,
  title: 'summary',
  severity: 'impact',
  start: 'impact',
  end: 'impact',
  duration: 'impact',
  timeline: 'timeline',
  'cause-and-resolution': 'root-causes',
  trigger: 'root-causes',
  'action-items': 'action-items',
  'mitigating-actions': 'action-items',
  'preventing-actions': 'action-items',
  'detecting-actions': 'action-items',
  'process-actions': 'action-items',
  communication: 'communication',
  people: 'people',
  other: 'summary',
};
