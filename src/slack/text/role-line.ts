import { type HeldRole, roleInWords } from '../../domain/roles/role.ts';

/** `Communications lead` */
export function roleLabel(name: string): string {
  const words = roleInWords(name);
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** Who has which role, and which is vacant, in one line of mrkdwn. */
export function roleLine(roles: readonly HeldRole[]): string {
  return roles
    .map(({ name, holder }) => `${roleLabel(name)} ${holder === undefined ? '_vacant_' : `<@${holder}>`}`)
    .join(' · ');
}
