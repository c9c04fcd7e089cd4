import { describe, expect, it } from 'vitest';
import type { ActionItemChange } from '../../../src/domain/action-items/action-item-change.ts';
import { type EditOfItem, editItem } from '../../../src/domain/action-items/edit.ts';
import type { CalendarDate } from '../../../src/domain/time.ts';
import { anItem, at, claire, devops, mahari } from '../../support/record-builder.ts';

const day = (date: string) => date as CalendarDate;
const today = day('2024-06-10');
const item = anItem({ priority: 'P1', snoozedUntil: day('2024-06-20') });

function aChange(field: 'title' | 'snoozedUntil'): ActionItemChange {
  const fields = [{ field, from: 'one', to: 'other' }];
  return { actionItemId: item.id, by: mahari, at: at('17:00'), fields, reason: undefined, through: undefined };
}

function edit(asked: EditOfItem) {
  return editItem({ item, history: [] }, { edit: asked, seen: 0, today });
}

describe('editItem', () => {
  it('leaves as it is what is not named', () => {
    expect(edit({})).toEqual({ ok: true, value: item });
  });

  it.each<EditOfItem>([
    { owner: undefined },
    { dueOn: undefined },
    { doneWhen: undefined },
    { kind: undefined },
    { priority: undefined },
  ])('takes away what is emptied: %o', (emptied) => {
    const edited = edit(emptied);

    expect(edited.ok && edited.value).toMatchObject(emptied);
  });

  it.each<[EditOfItem, string | undefined]>([
    [{ title: 'Another' }, item.snoozedUntil],
    [{ dueOn: item.dueOn, owner: { kind: 'person', id: claire } }, item.snoozedUntil],
    [{ dueOn: day('2024-07-01') }, undefined],
    [{ owner: devops }, undefined],
  ])('ends a snooze where the plan is another: %o', (asked, expected) => {
    const edited = edit(asked);

    expect(edited.ok && edited.value.snoozedUntil).toBe(expected);
  });

  it('takes no empty title, and the space around one away', () => {
    expect(edit({ title: ' \n ' })).toEqual({ ok: false, refusal: { kind: 'empty-text' } });
    expect(edit({ title: ' Size it ' })).toMatchObject({ value: { title: 'Size it' } });
  });

  it('takes no new date that is over, and leaves one that was', () => {
    const late = anItem({ dueOn: day('2024-06-01') });

    expect(edit({ dueOn: day('2024-06-09') })).toMatchObject({ refusal: { kind: 'due-in-the-past' } });
    expect(edit({ dueOn: day('9999-12-31') })).toMatchObject({ refusal: { kind: 'due-too-far' } });
    expect(edit({ dueOn: today }).ok).toBe(true);
    expect(editItem({ item: late, history: [] }, { edit: { title: 'x', dueOn: late.dueOn }, seen: 0, today }).ok).toBe(
      true,
    );
  });

  it.each<[string, readonly ActionItemChange[], number | undefined, readonly ActionItemChange[]]>([
    ['since', [aChange('title')], 0, [aChange('title')]],
    ['before', [aChange('title')], 1, []],
    ['before and since', [aChange('title'), aChange('title')], 1, [aChange('title')]],
    ['since, of what one does not edit', [aChange('snoozedUntil')], 0, []],
    ['where nothing was shown', [aChange('title')], undefined, []],
  ])('tells what others changed %s', (_, history, seen, changes) => {
    const edited = editItem({ item, history }, { edit: { title: 'Mine' }, seen, today });

    expect(edited).toMatchObject(changes.length === 0 ? { ok: true } : { refusal: { changes } });
  });
});
