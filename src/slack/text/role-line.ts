import { isOpen, type Status } from '../../domain/incident/status.ts';
import { type HeldRole, roleInWords } from '../../domain/roles/role.ts';

/** `Communications lead` */
export function roleLabel(name: string): string {
  const words = roleInWords(name);
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** Who has which role, in one line of mrkdwn, and which is vacant while that still matters; nothing where none is to tell. */
export function roleLine(roles: readonly HeldRole[], status: Status): string | undefined {
  const held = roles.flatMap(({ name, holder }) => (holder === undefined ? [] : [`${roleLabel(name)} <@${holder}>`]));
  const vacant = isOpen(status) ? roles.filter(({ holder }) => holder === undefined) : [];
  const told = vacant.length === 0 ? [] : [`_vacant: ${vacant.map(({ name }) => roleInWords(name)).join(', ')}_`];
  return held.length + told.length === 0 ? undefined : [...held, ...told].join(' · ');
}
