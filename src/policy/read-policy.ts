import type { Policy } from '../domain/policy.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import { defaultPolicy } from './default-policy.ts';
import { findContradictions } from './find-contradictions.ts';
import { PolicyFile, unknownKey } from './policy-file.ts';
import type { PolicyProblem } from './policy-problem.ts';
import { emojiName, reactionTable } from './reaction-table.ts';
import { readYaml, type YamlText } from './read-yaml.ts';

/** What a key that the file leaves out means is `defaultPolicy`'s; a key that it has replaces all of that. */
export function readPolicy(yamlText: string, fileName: string): Result<Policy, readonly PolicyProblem[]> {
  const yaml = readYaml(yamlText, fileName);
  if (!yaml.ok) {
    return yaml;
  }
  const file = PolicyFile.safeParse(yaml.value.content);
  if (!file.success) {
    return refuse(inOrder(file.error.issues.flatMap((issue) => toProblems(issue, yaml.value))));
  }
  const policy = toPolicy(file.data);
  const contradictions = findContradictions(file.data, policy);
  return contradictions.length === 0
    ? accept(policy)
    : refuse(inOrder(contradictions.map(({ path, sentence }) => yaml.value.problemAtKey(path, sentence))));
}

function inOrder(problems: readonly PolicyProblem[]): readonly PolicyProblem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
}

function toProblems(issue: PolicyIssue, yaml: YamlText): readonly PolicyProblem[] {
  const path = issue.path.map(String);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => yaml.problemAtKey([...path, key], unknownKey(key)));
    case 'invalid_key':
      return issue.issues.map(({ message }) => yaml.problemAtKey(path, message));
    default:
      return [yaml.problemAt(path, issue.message)];
  }
}

type PolicyIssue = NonNullable<ReturnType<typeof PolicyFile.safeParse>['error']>['issues'][number];

function toPolicy(file: PolicyFile): Policy {
  return {
    severities: listed(file.severities) ?? defaultPolicy.severities,
    defaultSeverity: file.default_severity ?? defaultPolicy.defaultSeverity,
    roles: listed(file.roles) ?? defaultPolicy.roles,
    announcementChannel: file.announcement_channel?.replace(/^#/u, ''),
    channelName: file.channel_name ?? defaultPolicy.channelName,
    reactions:
      file.reactions === undefined
        ? defaultPolicy.reactions
        : reactionTable(Object.entries(file.reactions).map(([name, kind]) => [emojiName(name), kind])),
    deletedMessages: file.deleted_messages ?? defaultPolicy.deletedMessages,
    keptImageKilobytes:
      file.kept_image_kilobytes === undefined ? defaultPolicy.keptImageKilobytes : Number(file.kept_image_kilobytes),
    reminderTime: file.reminder_time ?? defaultPolicy.reminderTime,
    updateEveryMinutes: file.update_every_minutes ?? defaultPolicy.updateEveryMinutes,
    transcript: {
      isKept: file.transcript === undefined ? defaultPolicy.transcript.isKept : file.transcript === 'on',
      retentionDays: file.transcript_days ?? defaultPolicy.transcript.retentionDays,
    },
    rotas: defaultPolicy.rotas,
    escalationPolicies: defaultPolicy.escalationPolicies,
    askAgainMinutes: defaultPolicy.askAgainMinutes,
    writingAnswers: defaultPolicy.writingAnswers,
    webhooks: defaultPolicy.webhooks,
    alertHooks: defaultPolicy.alertHooks,
  };
}

/** In the order of the file. */
function listed(
  meanings: Readonly<Record<string, string>> | undefined,
): readonly { readonly name: string; readonly meaning: string }[] | undefined {
  return meanings && Object.entries(meanings).map(([name, meaning]) => ({ name, meaning: meaning.trim() }));
}
