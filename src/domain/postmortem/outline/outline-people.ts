import { roleInWords } from '../../roles/role.ts';
import type { Part, PersonLine } from '../postmortem.ts';
import type { Block } from './outline.ts';

const PART_NAMES: Record<Part, string> = {
  declared: 'declared the incident',
  told: 'told what happened',
  recorded: 'kept the timeline',
  escalated: 'called for help',
  'was-called': 'was called',
  acknowledged: 'answered a call',
  wrote: 'wrote this postmortem',
  owns: 'owns an action item',
};

export function outlinePeople(people: readonly PersonLine[]): Block {
  return {
    kind: 'facts',
    facts: people.map(({ name, roles, parts }) => ({
      name,
      value: [...roles.map(roleInWords), ...parts.map((part) => PART_NAMES[part])].join(', '),
    })),
  };
}
