import { findRole } from '../../domain/roles/find-role.ts';
import { heldRoles } from '../../domain/roles/role.ts';
import { findOpenIncidentHere } from '../../use-cases/incident/find-incident-here.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import { assignRoles } from '../../use-cases/roles/assign-roles.ts';
import { forms } from '../identifiers.ts';
import { assignedAnswer } from '../messages/role-messages.ts';
import { fieldOfRole, readRolesModal, rolesModal } from '../modals/roles-modal.ts';
import { answerSubmission } from './answer-submission.ts';
import {
  type Answer,
  type Command,
  type Feature,
  type Submission,
  type SubmissionAnswer,
  say,
  sayNo,
} from './feature.ts';
import { readAssignment } from './read-assignment.ts';

/** Who is responsible for what while an incident lasts. */
export function roleFeature(ports: Ports): Feature {
  return {
    verbs: { assign: (command) => assign(ports, command) },
    forms: { [forms.roles]: (asker) => openRoles(ports, asker) },
    submissions: { [forms.roles]: (submission) => submitRoles(ports, submission) },
  };
}

async function assign(ports: Ports, command: Command): Promise<Answer> {
  if (command.markup === '') {
    return openRoles(ports, command);
  }
  const read = readAssignment(command);
  if (!read.ok) {
    return sayNo(read.refusal);
  }
  const { roles } = ports.policy;
  const role = findRole(read.value.role, roles)?.name;
  if (role === undefined) {
    return sayNo({ kind: 'unknown-role', role: read.value.role, known: roles.map(({ name }) => name) });
  }
  const outcome = await assignRoles(ports, { ...command, changes: [{ role, person: read.value.person }] });
  return outcome.ok ? say(assignedAnswer(outcome.value)) : sayNo(outcome.refusal);
}

async function openRoles(ports: Ports, asker: RequesterInChannel): Promise<Answer> {
  const { records } = ports.database;
  const found = await findOpenIncidentHere(records, asker);
  if (!found.ok) {
    return sayNo(found.refusal);
  }
  const held = heldRoles(ports.policy.roles, await records.roles.list(found.value.id));
  return {
    kind: 'form',
    modal: rolesModal(asker.channel, ports.policy.roles, held),
    name: forms.roles,
    label: 'Roles',
  };
}

async function submitRoles(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { channel, changes } = readRolesModal(submission.view, ports.policy.roles);
  const outcome = await assignRoles(ports, { ...submission, channel, changes });
  const [first] = ports.policy.roles;
  return answerSubmission(outcome, (refusal) => fieldOfRole('role' in refusal ? refusal.role : (first?.name ?? '')));
}
