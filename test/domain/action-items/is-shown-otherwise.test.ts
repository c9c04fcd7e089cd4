import { describe, expect, it } from 'vitest';
import type { ActionItem } from '../../../src/domain/action-items/action-item.ts';
import {
  CHANGEABLE,
  type ChangeableField,
  changedFields,
} from '../../../src/domain/action-items/action-item-change.ts';
import { isShownOtherwise } from '../../../src/domain/action-items/is-shown-otherwise.ts';
import type { Party } from '../../../src/domain/people/person.ts';
import type { CalendarDate } from '../../../src/domain/time.ts';
import { anItem, at, claire, devops } from '../../support/record-builder.ts';

const ticket = { key: 'OPS-7', url: 'https://jira.example.com/browse/OPS-7', isGone: false };
const told = anItem({ ticket });

const changed: Readonly<Record<ChangeableField, Partial<ActionItem>>> = {
  title: { title: 'Size the other pool' },
  kind: { kind: undefined },
  priority: { priority: 'P3' },
  owner: { owner: devops },
  dueOn: { dueOn: '2024-07-01' as CalendarDate },
  doneWhen: { doneWhen: 'alert when the queue > 10' },
  status: { status: 'done' },
  snoozedUntil: { snoozedUntil: '2024-06-20' as CalendarDate },
};

describe('changedFields', () => {
  it.each(CHANGEABLE)('names what was and is: %s', (field) => {
    const after = { ...told, ...changed[field] };

    expect(changedFields(told, after)).toEqual([{ field, from: told[field], to: after[field] }]);
  });

  it('names all of several in their order, and nothing that people do not change', () => {
    const after = { ...told, ...changed.dueOn, ...changed.title, plannedAt: at('19:00'), endedAt: at('19:00') };

    expect(changedFields(told, after).map(({ field }) => field)).toEqual(['title', 'dueOn']);
  });

  it.each<[string, Party | undefined, Party | undefined, boolean]>([
    ['a group under another handle', devops, { ...devops, handle: 'platform' }, false],
    ['nobody', undefined, undefined, false],
    ['somebody for the first time', undefined, devops, true],
    ['nobody any more', { kind: 'person', id: claire }, undefined, true],
  ])('of an owner who is %s', (_, from, to, isChanged) => {
    const fields = changedFields({ ...told, owner: from }, { ...told, owner: to });

    expect(fields).toEqual(isChanged ? [{ field: 'owner', from, to }] : []);
  });
});

describe('isShownOtherwise', () => {
  it.each<[string, Partial<ActionItem>, boolean]>([
    ...CHANGEABLE.map((field) => [field, changed[field], true] as [string, Partial<ActionItem>, boolean]),
    ['acceptedAt', { acceptedAt: at('19:00') }, true],
    ['its ticket, which it has lost', { ticket: undefined }, true],
    ['ticket.key', { ticket: { ...ticket, key: 'OPS-8' } }, true],
    ['ticket.isGone', { ticket: { ...ticket, isGone: true } }, true],
    ['nothing', {}, false],
    ['what no message shows', { plannedAt: at('19:00'), ticket: { ...ticket } }, false],
  ])('where another is %s', (_, other, expected) => {
    expect(isShownOtherwise(told, { ...told, ...other })).toBe(expected);
  });
});
