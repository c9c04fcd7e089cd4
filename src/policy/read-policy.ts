import type { Policy } from '../domain/policy.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import { toActionItemPolicy } from './action-item-keys.ts';
import { toCalendars } from './calendar-keys.ts';
import { defaultPolicy } from './default-policy.ts';
import { emojiName } from './emoji-name.ts';
import { explainIssues } from './explain-issue.ts';
import { findContradictions } from './find-contradictions.ts';
import { PolicyFile } from './policy-file.ts';
import { explainPolicyProblem, type PolicyProblem } from './policy-problem.ts';
import { toPostmortemPolicy } from './postmortem-keys.ts';
import { readYaml } from './read-yaml.ts';
import { table } from './table.ts';

/** What a key that the file leaves out means is `defaultPolicy`'s; a key that it has replaces all of that. */
export function readPolicy(yamlText: string, fileName: string): Result<Policy, readonly PolicyProblem[]> {
  const yaml = readYaml(yamlText, fileName);
  if (!yaml.ok) {
    return yaml;
  }
  const file = PolicyFile.safeParse(yaml.value.content);
  if (!file.success) {
    return refuse(inOrder(explainIssues(file.error.issues, yaml.value)));
  }
  const policy = toPolicy(file.data);
  const contradictions = findContradictions(file.data, policy);
  return contradictions.length === 0
    ? accept(policy)
    : refuse(inOrder(contradictions.map(({ path, sentence }) => yaml.value.problemAtKey(path, sentence))));
}

/** Each once: an empty list is both none and too short. */
function inOrder(problems: readonly PolicyProblem[]): readonly PolicyProblem[] {
  const byPlace = new Map(problems.map((problem) => [explainPolicyProblem(problem), problem]));
  return [...byPlace.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

function toPolicy(file: PolicyFile): Policy {
  const reactions =
    file.reactions === undefined
      ? defaultPolicy.reactions
      : table(Object.entries(file.reactions).map(([name, kind]) => [emojiName(name), kind]));
  return {
    severities: listed(file.severities) ?? defaultPolicy.severities,
    defaultSeverity: file.default_severity ?? defaultPolicy.defaultSeverity,
    roles: listed(file.roles) ?? defaultPolicy.roles,
    announcementChannel: file.announcement_channel?.replace(/^#/u, ''),
    channelName: file.channel_name ?? defaultPolicy.channelName,
    reactions,
    deletedMessages: file.deleted_messages ?? defaultPolicy.deletedMessages,
    keptImageKilobytes:
      file.kept_image_kilobytes === undefined ? defaultPolicy.keptImageKilobytes : Number(file.kept_image_kilobytes),
    reminderTime: file.reminder_time ?? defaultPolicy.reminderTime,
    updateEveryMinutes: file.update_every_minutes ?? defaultPolicy.updateEveryMinutes,
    transcript: {
      isKept: file.transcript ?? defaultPolicy.transcript.isKept,
      retentionDays: file.transcript_days ?? defaultPolicy.transcript.retentionDays,
    },
    rotas: named(file.rotas) ?? defaultPolicy.rotas,
    escalationPolicies: named(file.escalation_policies) ?? defaultPolicy.escalationPolicies,
    askAgainMinutes:
      file.ask_again_minutes === undefined
        ? defaultPolicy.askAgainMinutes
        : table(Object.entries(file.ask_again_minutes)),
    writingAnswers: file.writing_answers ?? defaultPolicy.writingAnswers,
    postmortems: toPostmortemPolicy(file.postmortems),
    actionItems: toActionItemPolicy(file.action_items, reactions),
    calendars: toCalendars(file.calendars),
    webhooks: named(file.webhooks) ?? defaultPolicy.webhooks,
    alertHooks: named(file.alert_hooks) ?? defaultPolicy.alertHooks,
    tracker: file.tracker,
    postmortemFolder: file.postmortem_folder,
  };
}

/** In the order of the file. */
function listed(
  meanings: Readonly<Record<string, string>> | undefined,
): readonly { readonly name: string; readonly meaning: string }[] | undefined {
  return meanings && Object.entries(meanings).map(([name, meaning]) => ({ name, meaning: meaning.trim() }));
}

function named<Value extends object>(
  values: Readonly<Record<string, Value>> | undefined,
): readonly (Value & { readonly name: string })[] | undefined {
  return values && Object.entries(values).map(([name, value]) => ({ ...value, name }));
}
