/** What ends incidents, as far as words tell it apart. */
export type Fix =
  | 'restart'
  | 'roll-back'
  | 'configuration'
  | 'scaling'
  | 'failover'
  | 'patch'
  | 'switch-off'
  | 'cleaning';

export const FIXES_IN_WORDS: Readonly<Record<Fix, string>> = {
  restart: 'a restart',
  'roll-back': 'a roll-back',
  configuration: 'a corrected configuration',
  scaling: 'more capacity',
  failover: 'a failover',
  patch: 'a patch',
  'switch-off': 'switching something off',
  cleaning: 'making room',
};

const SETTING = String.raw`(?:mis)?config\w*|settings?|parameters?|pool|limits?|values?|variables?|timeouts?|thresholds?|max\w*|min\w*`;

const PATTERNS: Readonly<Record<Fix, RegExp>> = {
  restart: /\b(?:re-?start\w*|reboot\w*|bounc(?:ed|ing)|power.?cycl\w+|recycled the)\b/iu,
  'roll-back':
    /\b(?:roll(?:ed|ing|s)?[\s-]*(?:\w+\s+){0,4}?back|rollback\w*|revert\w*|back(?:ed|ing) out|downgrad\w+)\b/iu,
  configuration: new RegExp(
    String.raw`\b(?:re-?config\w+|(?:correct|rectif|adjust|modif|fix|chang|tun|updat|increas|decreas|rais|lower|reset|set|repair|restor|revert|roll(?:ed|ing)? back)\w*\b[^.;]{0,60}?\b(?:${SETTING})|(?:${SETTING})\b[^.;]{0,40}?\b(?:corrected|rectified|adjusted|modified|fixed|changed|tuned|updated|increased|decreased|raised|lowered|reset|set (?:back )?to|repaired))\b`,
    'iu',
  ),
  scaling:
    /\b(?:scal(?:ed|ing|e) (?:up|out|the|our|it|resources|horizontally|vertically)|scaled resources|(?:add(?:ed|ing)|provision(?:ed|ing)|increas(?:ed|ing)) (?:\w+ ){0,3}?(?:capacity|nodes?|instances?|replicas?|servers?|workers?|memory|cpus?))\b/iu,
  failover:
    /\b(?:fail(?:ed|ing)?[\s-]?over|switched (?:over )?to (?:the |a |our )?(?:replica|standby|secondary|backup)|promoted (?:the |a )?(?:replica|standby|secondary))\b/iu,
  patch:
    /\b(?:patched|hot-?fix\w*|(?:deploy|releas|ship|appl|roll)\w* (?:out )?(?:a |the |an? emergency )?(?:fix|patch))\b/iu,
  'switch-off': /\b(?:(?:disabl|deactivat)(?:ed|ing)|(?:turn|switch)(?:ed|ing) (?:\w+ ){0,4}?off|kill.?switch)\b/iu,
  cleaning:
    /\b(?:(?:clear|purg|flush|empt|delet|clean|truncat|drain)(?:ed|ied|ing|ying)\b[^.;]{0,40}?\b(?:caches?|disks?|logs?|queues?|files?|tables?|partitions?|space)|freed)\b/iu,
};

/** The fix was tried and was none, or was not to last. */
const FAILED =
  /\b(?:but|however|yet|although|though|persist\w*(?! until)|remain\w*|did ?n[o'’]t|no effect|in vain|attempt\w*|tried|try(?:ing)?|temporar\w+|for some (?:minutes|time)|for a (?:while|moment|few minutes)|not (?:help|enough|fix|solve|resolve)\w*|without success|instead of|rather than|beg[ai]ns? (?:to|the|a|roll\w*|\w+ing)\b|started (?:to|\w+ing)\b|assum\w+|mistaken\w*|consider\w*|discuss\w*|plan\w*|will|would|should|could)\b/iu;

/** The fixes that a sentence names; none where it says that they did not end it. */
export function fixesThatEnded(sentence: string): readonly Fix[] {
  return FAILED.test(sentence) ? [] : fixesNamed(sentence);
}

export function fixesNamed(sentence: string): readonly Fix[] {
  return (Object.keys(PATTERNS) as Fix[]).filter((fix) => PATTERNS[fix].test(sentence));
}

export function isFailedAttempt(text: string): boolean {
  return /\b(?:persist\w*|did ?n[o'’]t (?:help|fix|solve|resolve|change|work)|no effect|in vain|without success|still (?:failing|broken|down|there)|assum\w+|mistaken\w*)\b/iu.test(
    text,
  );
}

/** Whether a sentence says that it was over. */
export function tellsOfTheEnd(sentence: string): boolean {
  return /\b(?:resolv|fix|solv|restor|recover|rectif|remed|mitigat)\w*\b|\b(?:ended|stopped|until|back to normal|brought back)\b/iu.test(
    sentence,
  );
}
