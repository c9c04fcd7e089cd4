import { AUTOMATIC_KINDS, SPOKEN_KINDS, type TimelineKind } from '../../timeline/timeline-event.ts';
import type { Role } from './role.ts';

type KindAndWords = readonly [TimelineKind, RegExp];

/** The first that fits counts. */
const BY_WORDS: readonly KindAndWords[] = [
  ['note', words('post-?\\s?mortem', 'retrospective', 'review meeting', 'debrief')],
  [
    'misleading-path',
    words(
      'mistaken(?:ly)?',
      'mis-?led',
      'mislead(?:ing)?',
      'wrongly',
      'red herrings?',
      'false (?:lead|trail|alarm)s?',
      'dead ends?',
      'assum(?:ed?|es|ing)',
      '(?:initially|at first|first) (?:suspect|thought|believ|blam|attribut)\\w*',
      'turn(?:s|ed) out (?:not|to be unrelated)',
      'ruled out',
    ),
  ],
  [
    'detected',
    words(
      '(?:alert|alarm|monitor)\\w*(?: \\S+){0,6} page[ds]',
      '(?<=^\\W{0,3})(?:alert|alarm):',
      '(?:pager ?duty|opsgenie|pager) (?:page[ds]?|rings?|rang|alert(?:s|ed)|fire[ds]|went off|goes off)',
      '(?<!teams? |vendor )(?:got|gets|is|was) paged(?! (?:by (?!alert|pager ?duty|opsgenie|monitor)|for |to |about ))',
    ),
  ],
  [
    'escalation',
    words(
      'escalat\\w+',
      'paged',
      'paging',
      '(?:called|brought|pulled|looped) (?:\\S+ ){0,3}in',
      'handed (?:over|off)',
      '(?:engaged|contacted|phoned|called|involved) (?:\\S+ ){0,3}(?:team|on-?call|vendor|support|provider|engineers?)',
    ),
  ],
  [
    'mitigation',
    words(
      '(?:began|begins?|started|starts|starting) (?:\\S+ ){0,2}(?:roll-?back|restart|fail-?over)\\w*',
      'restart(?:ed|s|ing)',
      'reboot(?:ed|s|ing)',
      'roll(?:ed|s|ing) ?-?back',
      'roll-?back (?:was )?(?:\\S+ )?(?:started|completed?|done|deployed|finished)',
      'revert(?:ed|s|ing)',
      'fail(?:ed|ing)[ -]?over',
      'scal(?:ed|ing)',
      '(?:re)?configured',
      '(?:increased|raised|lowered|decreased|reduced|doubled|adjusted|changed)',
      '(?:applied|deployed|shipped|released|pushed|rolled out|implemented) (?:\\S+ ){0,4}(?:fix|patch|hotfix|change|workaround|configuration|config|update)',
      '(?:hot)?fix (?:was |is )?(?:\\S+ )?(?:deployed|applied|shipped|released|rolled out|implemented)',
      '(?:disabled|enabled|throttled|drained|patched|blocked|killed|switched|redirected|rerouted|corrected|cleared|flushed)',
    ),
  ],
  [
    'resolution',
    words(
      '(?:incident|issue|outage|problem)s? (?:\\S+ ){0,4}(?:resolved|closed|over|fixed)',
      'declared (?:as )?(?:resolved|over)',
      '(?:incident|outage|disruption) (?:ends|ended)',
      'all clear',
      '(?:back|return(?:ed|s)) to normal',
      'normal operations?',
      'confirm\\w* (?:\\S+ ){0,3}(?:resolution|resolved|recover\\w*|fix|fixed)',
      '(?:fully|completely) (?:restored|recovered|operational|resolved|functional)',
      '(?:functionality|recovery|fix|service|services) (?:\\S+ ){0,2}verified',
      '(?:services?|functionality|systems?|operations?|site|website|traffic|bookings?|access) (?:\\S+ ){0,4}(?:restored|recovered|stabili[sz]ed)',
      '(?:restored|recovered|stabili[sz]ed) (?:\\S+ ){0,3}(?:services?|functionality|systems?|operations?|access)',
    ),
  ],
  [
    'cause-found',
    words(
      '(?<!(?:potential|possible|suspected|probable|likely) )root cause(?: \\S+){0,4} (?:identified|found|confirmed|determined|discovered)',
      '(?:identif\\w+|found|determined|discovered|confirmed|pinpointed|isolated) (?:\\S+ ){0,3}(?:root )?cause',
      '(?:identif\\w+|found|discover\\w+|reveal\\w*|traced) (?:\\S+ ){0,6}(?:mis-?config\\w*|bug|leak|exhaust\\w+|typo|deadlock|regression)',
      '(?:mis-?config\\w*|bug|leak|exhaustion|deadlock|regression)(?: \\S+){0,6} (?:identified|found|discovered|confirmed)',
      'traced (?:\\S+ ){0,4}to',
    ),
  ],
  [
    'communication',
    words(
      'status ?page',
      'announc\\w+',
      'stakeholders',
      '(?:customers?|users?|clients?) (?:were |was )?(?:informed|notified|told|e-?mailed)',
      '(?:informed|notified|e-?mailed|updated) (?:\\S+ ){0,3}(?:customers?|users?|clients?|management)',
      'tweet\\w*',
      '(?:posted|sent|published) (?:\\S+ ){0,3}(?:update|notice|message|statement)s?',
    ),
  ],
  [
    'detected',
    words(
      'alert(?:s|ed)?(?: \\S+){0,4} (?:fired|triggered|raised|indicat\\w+|received|went off)',
      '(?:fired|triggered|received|raised) (?:\\S+ ){0,3}alerts?',
      '(?:issue|incident|outage|problem|errors?|failure)s? (?:was |were )?(?:first )?(?:detected|noticed|reported|discovered)',
      'detected',
      '(?:receiv\\w+|got) (?:\\S+ ){0,3}page(?:r|s)?',
      '(?:monitoring|alerts?)(?: \\S+){0,3} (?:alert|detect|show|indicat|report|notif|flag)\\w*',
      '(?:user|customer|client|support)s?(?: \\S+){0,2} (?:report|complain|indicat|notic)\\w*',
      'reports? (?:of|from|that|start|indicat)\\w*',
      'complain\\w*',
      'tickets?',
      'first (?:report|alert|error)s?',
      'the (?:issue|incident|outage|problem) (?:begins|began|starts|started)',
    ),
  ],
  ['decision', words('decided', 'decision', 'agreed to')],
  [
    'investigation',
    words(
      'investigat\\w+',
      'troubleshoot\\w*',
      'look(?:ed|s|ing) (?:at|into)',
      'check(?:ed|s|ing)',
      'examin\\w+',
      'analy[sz]\\w+',
      'debug\\w*',
      'focus(?:ed|es|ing)?',
      'review(?:ed|ing)',
      'explor\\w+',
      'identif\\w+',
      'noticed',
      'observed',
      'diagnos\\w+',
      'suspect\\w*',
      'encounter\\w*',
      'experienc\\w+',
    ),
  ],
];

function words(...forms: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${forms.join('|')})(?![\p{L}\p{N}])`, 'iu');
}

/** “Back online, but connectivity issues persist”: that ended nothing. */
const STILL_BROKEN = words(
  'persist\\w*',
  'still (?:failing|down|broken|slow|occurring)',
  'did(?:n.t| not) (?:help|work|resolve|fix)',
  'not (?:yet )?(?:resolved|fixed|restored)',
);
const ONLY_SUSPECTED = words('potential', 'possible', 'possibly', 'suspected', 'probable', 'probably', 'likely');
const LONGEST = 500;

/** What kind of event these words tell of; undefined where they do not show it. */
export function kindByWords(text: string): TimelineKind | undefined {
  const said = text.slice(0, LONGEST);
  const kind = BY_WORDS.find(([, pattern]) => pattern.test(said))?.[0];
  const isTooEarly =
    (kind === 'resolution' && STILL_BROKEN.test(said)) || (kind === 'cause-found' && ONLY_SUSPECTED.test(said));
  return isTooEarly ? 'investigation' : kind;
}

const BY_ROLE: Partial<Record<Role, TimelineKind>> = {
  detection: 'detected',
  'misleading-paths': 'misleading-path',
  escalation: 'escalation',
  'root-cause': 'cause-found',
};

/** What kind of event stands below such a heading within a timeline. */
export function kindByRole(role: Role | undefined, text: string): TimelineKind | undefined {
  const byWords = kindByWords(text);
  if (role === 'resolution') {
    return byWords === 'cause-found' ? byWords : 'resolution';
  }
  return (role === undefined ? undefined : BY_ROLE[role]) ?? byWords;
}

/** A kind by its name, `misleading path`. */
export function kindNamed(name: string): TimelineKind | undefined {
  const kind = name.trim().toLowerCase().replace(/\s+/gu, '-');
  return [...SPOKEN_KINDS, ...AUTOMATIC_KINDS].find((known) => known === kind);
}
