import { describe, expect, it } from 'vitest';
import { complete, endingOf, giveUp, reopenItem } from '../../../src/domain/action-items/ending.ts';
import type { CalendarDate } from '../../../src/domain/time.ts';
import { anItem, at, claire } from '../../support/record-builder.ts';
import { aChange, aKnownItem } from './item-builder.ts';

const now = at('18:00');
const day = '2024-06-28' as CalendarDate;
const doneByClaire = aChange([{ field: 'status', from: 'open', to: 'done' }]);
const open = aKnownItem();
const done = aKnownItem({ status: 'done', endedAt: at('17:00') }, doneByClaire);
const ended = {
  kind: 'item-ended',
  id: anItem().id,
  title: anItem().title,
  ending: { status: 'done', by: claire, at: at('17:00'), reason: undefined, through: undefined },
};

describe('endingOf', () => {
  it('is the last change of the status, and nothing while it is open', () => {
    const again = [
      doneByClaire,
      aChange([{ field: 'status', from: 'done', to: 'open' }]),
      aChange([{ field: 'status', from: 'open', to: 'wont-do' }], { by: undefined, reason: 'gone', at: at('19:00') }),
      aChange([{ field: 'title', from: 'a', to: 'b' }], { at: at('20:00') }),
    ];

    expect(endingOf(aKnownItem({}, ...again))).toBeUndefined();
    expect(endingOf(aKnownItem({ status: 'wont-do' }, ...again))).toEqual({
      status: 'wont-do',
      by: undefined,
      at: at('19:00'),
      reason: 'gone',
      through: undefined,
    });
  });

  it('of one that was done before its history was kept is as much as is known', () => {
    expect(endingOf(aKnownItem({ status: 'done', endedAt: now }))).toMatchObject({ by: undefined, at: now });
  });
});

describe('complete', () => {
  it('ends an open item, and no other', () => {
    expect(complete(open, now)).toEqual({ ok: true, value: anItem({ status: 'done', endedAt: now }) });
    expect(complete(done, now)).toEqual({ ok: false, refusal: ended });
  });
});

describe('giveUp', () => {
  it('wants to know why', () => {
    const request = { reason: 'the service is gone', now };

    expect(giveUp(open, request)).toEqual({ ok: true, value: anItem({ status: 'wont-do', endedAt: now }) });
    expect(giveUp(open, { ...request, reason: '' })).toEqual({ ok: false, refusal: { kind: 'unexplained' } });
    expect(giveUp(done, request)).toEqual({ ok: false, refusal: ended });
  });
});

describe('reopenItem', () => {
  it('keeps whose it was, until when, and what was said of it', () => {
    const before = anItem({ acceptedAt: at('16:50'), snoozedUntil: day });
    const ended = { ...before, status: 'wont-do', endedAt: now } as const;

    expect(reopenItem({ item: ended, history: [] })).toEqual({ ok: true, value: before });
  });

  it('refuses one that is open, with who opened it', () => {
    const reopened = aChange([{ field: 'status', from: 'done', to: 'open' }]);

    expect(reopenItem(aKnownItem({}, doneByClaire, reopened))).toEqual({
      ok: false,
      refusal: { kind: 'item-open', title: anItem().title, last: reopened },
    });
  });
});
