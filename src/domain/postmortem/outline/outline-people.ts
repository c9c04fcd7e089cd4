import { roleInWords } from '../../roles/role.ts';
import type { Part, PersonLine, RoleLine } from '../postmortem.ts';
import type { Block, Cell } from './outline.ts';
import { outlineSource, uniqueSources } from './outline-source.ts';

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

const COLUMNS = ['Who', 'Role', 'Part'];

export function outlinePeople(people: readonly PersonLine[]): readonly Block[] {
  const rows = people.map(({ name, roles, parts }) => [
    { text: name },
    outlineRoles(roles),
    { text: parts.map((part) => PART_NAMES[part]).join(', ') },
  ]);
  return [
    { kind: 'table', columns: COLUMNS, rows },
    { kind: 'note', text: 'Each one’s part is drawn from the timeline, the calls and the action items above.' },
  ];
}

function outlineRoles(roles: readonly RoleLine[]): Cell {
  return roles.length === 0
    ? { text: 'none', isGap: true }
    : {
        text: roles.map(({ name }) => roleInWords(name)).join(', '),
        sources: uniqueSources(roles.map(({ source }) => outlineSource(source))),
      };
}
