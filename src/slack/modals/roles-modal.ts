import type { ViewOutput } from '@slack/bolt';
import type { ChannelId } from '../../domain/ids.ts';
import type { Role } from '../../domain/policy.ts';
import type { HeldRole } from '../../domain/roles/role.ts';
import type { RoleChange } from '../../use-cases/roles/assign-roles.ts';
import { type Modal, modal, personField } from '../blocks/fields.ts';
import { section } from '../blocks/layout.ts';
import { forms } from '../identifiers.ts';
import { roleLabel } from '../text/role-line.ts';
import { type FormContext, readFormMetadata, writeFormMetadata } from './form-metadata.ts';
import { isChanged, readPerson } from './read-fields.ts';

export interface RolesForm extends FormContext {
  /** Only what somebody changed. */
  readonly changes: readonly RoleChange[];
}

export function rolesModal(channel: ChannelId, roles: readonly Role[], held: readonly HeldRole[]): Modal {
  const holders = new Map(held.map(({ name, holder }) => [name, holder]));
  return modal({
    form: forms.roles,
    title: 'Roles',
    submit: 'Save',
    metadata: writeFormMetadata({ channel, message: undefined }),
    blocks: [
      section('Whoever gets a role is invited to the channel. An empty field leaves it to nobody.'),
      ...roles.map(({ name, meaning }) =>
        personField({
          name: fieldOfRole(name),
          label: roleLabel(name),
          hint: meaning,
          initial: holders.get(name),
          isOptional: true,
        }),
      ),
    ],
  });
}

export function readRolesModal(view: ViewOutput, roles: readonly Role[]): RolesForm {
  const changed = roles.filter(({ name }) => isChanged(view, fieldOfRole(name)));
  return {
    ...readFormMetadata(view.private_metadata),
    changes: changed.map(({ name }) => ({ role: name, person: readPerson(view, fieldOfRole(name)) })),
  };
}

export function fieldOfRole(name: string): string {
  return `role:${name}`;
}
