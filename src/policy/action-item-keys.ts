import { z } from 'zod';
import type { ActionItemKind } from '../domain/action-items/action-item.ts';
import type { ActionItemPolicy } from '../domain/policy.ts';
import { ChannelName } from './channel-name.ts';
import { defaultPolicy } from './default-policy.ts';
import { EmojiName, emojiName } from './emoji-name.ts';
import { wholeNumber } from './scalars.ts';
import { table } from './table.ts';
import { TargetText } from './target-text.ts';

const MOST_DAYS = 730;
const MOST_TEAMS = 50;

const DueDays = z.record(
  z.string(),
  wholeNumber({
    from: 1,
    to: MOST_DAYS,
    sentence: `Write a number of days, 1 to ${MOST_DAYS}, such as 15, or delete this line for no due date.`,
  }),
  'Write one severity a line below this one, such as "    SEV1: 15", or {} for no due dates.',
);

const WRITE_TEAM =
  'Write group, the id of a user group and its handle, such as group S0614TZR7 dba: in Slack, the menu of the group copies the id.';

const Team = TargetText.transform((target, context) => {
  if (target.kind !== 'group') {
    context.addIssue(WRITE_TEAM);
    return z.NEVER;
  }
  return { id: target.id, handle: target.handle };
});

export const ActionItemKeys = z
  .strictObject(
    {
      due: DueDays,
      due_by_kind: z
        .strictObject(
          { mitigate: DueDays, prevent: DueDays, detect: DueDays, process: DueDays } satisfies Record<
            ActionItemKind,
            typeof DueDays
          >,
          'Write one kind a line below this one, such as "    mitigate: {SEV1: 5}", or delete the line.',
        )
        .partial(),
      reaction: EmojiName,
      teams: z
        .array(Team, 'Write one team a line below this one: "    - group S0614TZR7 dba".')
        .max(MOST_TEAMS, `Write ${MOST_TEAMS} teams at most.`),
      digest_in: ChannelName,
    },
    'Write due, due_by_kind, reaction, teams or digest_in below action_items:, or delete the line.',
  )
  .partial();

const OFF = 'off';

/** What the team's own reactions put on the timeline makes no action item, unless the file says both. */
export function toActionItemPolicy(
  { due, due_by_kind: dueByKind, reaction, teams, digest_in: digestIn }: z.output<typeof ActionItemKeys> = {},
  reactions: Readonly<Record<string, unknown>>,
): ActionItemPolicy {
  const defaults = defaultPolicy.actionItems;
  const usual = defaults.reaction !== undefined && defaults.reaction in reactions ? undefined : defaults.reaction;
  const written = reaction === undefined ? usual : emojiName(reaction);
  return {
    dueDays: due === undefined ? defaults.dueDays : table(Object.entries(due)),
    dueDaysByKind: Object.fromEntries(
      Object.entries(dueByKind ?? {}).map(([kind, days]) => [kind, table(Object.entries(days ?? {}))]),
    ),
    reaction: written === OFF ? undefined : written,
    teams: teams ?? defaults.teams,
    digestIn: digestIn?.replace(/^#/u, ''),
  };
}
