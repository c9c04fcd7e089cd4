import type { Rule } from './rule.ts';
import { actionItemRules } from './rules/action-item-rules.ts';
import { actionListRules } from './rules/action-list-rules.ts';
import { blameRules } from './rules/blame-rules.ts';
import { causeDepthRules } from './rules/cause-depth-rules.ts';
import { causeRules } from './rules/cause-rules.ts';
import { consistencyRules } from './rules/consistency-rules.ts';
import { durationRules } from './rules/duration-rules.ts';
import { gapRules } from './rules/gap-rules.ts';
import { impactRules } from './rules/impact-rules.ts';
import { responseRules } from './rules/response-rules.ts';
import { textRules } from './rules/text-rules.ts';
import { timeRules } from './rules/time-rules.ts';
import { timelineRules } from './rules/timeline-rules.ts';
import { zoneRules } from './rules/zone-rules.ts';

/** Every rule; an id is never given another meaning. */
export const RULES: readonly Rule[] = [
  ...impactRules,
  ...timeRules,
  ...durationRules,
  ...zoneRules,
  ...timelineRules,
  ...gapRules,
  ...consistencyRules,
  ...causeRules,
  ...causeDepthRules,
  ...blameRules,
  ...responseRules,
  ...actionItemRules,
  ...actionListRules,
  ...textRules,
];
