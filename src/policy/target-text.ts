import { z } from 'zod';
import type { Target } from '../domain/escalation/target.ts';
import { channelId, groupId, personId } from '../domain/ids.ts';
import { nearestWord } from '../domain/nearest-word.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import { CHANNEL, GROUP, MEMBER } from './slack-ids.ts';

/** How each kind of target is written. */
const FORMS = {
  person: "person and a member id, such as person U024BE7LH: in Slack, the menu of somebody's profile copies it",
  group:
    'group, the id of a user group and its handle, such as group S0614TZR7 dba: in Slack, the menu of the group copies the id',
  rota: 'rota and its name under rotas, such as rota database',
  channel:
    "channel, its id and its name without the #, such as channel C024BE7LR database-alerts: in Slack, the id stands at the end of the channel's details",
  webhook: 'webhook and its name under webhooks, such as webhook pager',
} as const;

const ANY = 'Write whom to call as person, group, rota, channel or webhook and which, such as rota database.';

/** `rota database`, `group S0614TZR7 dba`. */
export const TargetText = z.string(ANY).transform((text, context) => {
  const target = readTarget(text);
  if (!target.ok) {
    context.addIssue(target.refusal);
    return z.NEVER;
  }
  return target.value;
});

function readTarget(text: string): Result<Target, string> {
  const [kind = '', first = '', second, ...rest] = text.trim().split(/\s+/u);
  if (!isKind(kind)) {
    return refuse(MEMBER.test(text) ? `Write person ${text}.` : suggestKind(kind));
  }
  const target = rest.length > 0 ? undefined : targetOf(kind, first, second);
  return target === undefined ? refuse(`Write ${FORMS[kind]}.`) : accept(target);
}

function targetOf(kind: Target['kind'], first: string, second: string | undefined): Target | undefined {
  const name = second?.replace(/^[@#]/u, '');
  switch (kind) {
    case 'person':
      return MEMBER.test(first) && name === undefined ? { kind, id: personId(first) } : undefined;
    case 'group':
      return GROUP.test(first) && name ? { kind, id: groupId(first), handle: name } : undefined;
    case 'channel':
      return CHANNEL.test(first) && name ? { kind, id: channelId(first), name } : undefined;
    case 'rota':
    case 'webhook':
      return first !== '' && name === undefined ? { kind, name: first } : undefined;
  }
}

function isKind(word: string): word is Target['kind'] {
  return Object.hasOwn(FORMS, word);
}

function suggestKind(typed: string): string {
  const kind = nearestWord(typed, Object.keys(FORMS));
  return kind !== undefined && isKind(kind) ? `Write ${FORMS[kind]}.` : ANY;
}
