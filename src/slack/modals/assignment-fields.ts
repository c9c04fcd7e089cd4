import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { ActionItem } from '../../domain/action-items/action-item.ts';
import { lacksOwnerOrDate } from '../../domain/action-items/lacking.ts';
import { actionItemId } from '../../domain/ids.ts';
import type { Assignment, NotAssigned } from '../../use-cases/action-items/assign-items.ts';
import { dateField, personField } from '../blocks/fields.ts';
import { context, section, when } from '../blocks/layout.ts';
import { cutPlain } from '../blocks/text.ts';
import { readDate, readPerson } from './read-fields.ts';

const OWNER = 'item-owner-';
const DUE = 'item-due-';
const LABEL = 150;

/** Asks for what open items lack, in `room` blocks at most; one left empty goes on lacking it. */
export function assignmentFields(items: readonly ActionItem[], room: number): readonly KnownBlock[] {
  const lacking = items.filter(lacksOwnerOrDate);
  const fields = lacking.map(fieldsOf);
  // One is the heading, and one says how many are hidden.
  const fits = fields.filter((_, index) => fields.slice(0, index + 1).flat().length <= room - 2);
  const hidden = lacking.length - fits.length;
  return [
    ...when(lacking.length > 0, () => [
      section(
        '*Who does it, and until when?* An action item without an owner is offered to whoever leads the incident; nobody is reminded of one without a due date. What you choose here is kept only when you save.',
      ),
    ]),
    ...fits.flat(),
    ...when(hidden > 0, () => [context(`and ${hidden} more, which you are told of once it is closed`)]),
  ];
}

function fieldsOf({ id, title, owner, dueOn }: ActionItem) {
  const name = `🗒️ ${cutPlain(title.replaceAll(/\s+/gu, ' '), LABEL)}`;
  return [
    ...(owner === undefined
      ? [personField({ name: `${OWNER}${id}`, label: `${name} · owner`, isOptional: true })]
      : []),
    ...(dueOn === undefined ? [dateField({ name: `${DUE}${id}`, label: `${name} · due`, isOptional: true })] : []),
  ];
}

export function assignmentField({ actionItemId: id, field }: Pick<NotAssigned, 'actionItemId' | 'field'>): string {
  return `${field === 'owner' ? OWNER : DUE}${id}`;
}

export function asksToAssign({ blocks }: ViewOutput): boolean {
  return blocks.some(({ block_id: name = '' }) => name.startsWith(OWNER) || name.startsWith(DUE));
}

/** Only what was said. */
export function readAssignments(view: ViewOutput): readonly Assignment[] {
  const names = Object.keys(view.state.values);
  const ids = [OWNER, DUE].flatMap((field) =>
    names.filter((name) => name.startsWith(field)).map((name) => name.slice(field.length)),
  );
  return [...new Set(ids)].flatMap((id) => {
    const person = readPerson(view, `${OWNER}${id}`);
    const dueOn = readDate(view, `${DUE}${id}`);
    return person === undefined && dueOn === undefined
      ? []
      : [{ actionItemId: actionItemId(id), owner: person && ({ kind: 'person', id: person } as const), dueOn }];
  });
}
