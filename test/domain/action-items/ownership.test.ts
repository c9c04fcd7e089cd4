import { describe, expect, it } from 'vitest';
import {
  acceptItem,
  handBack,
  isTheirs,
  lastHandBack,
  ownerSeen,
  reassign,
  returnedFrom,
  takeItem,
} from '../../../src/domain/action-items/ownership.ts';
import { personId } from '../../../src/domain/ids.ts';
import type { Party } from '../../../src/domain/people/person.ts';
import type { CalendarDate, Instant } from '../../../src/domain/time.ts';
import { anItem, at, claire, devops, mahari } from '../../support/record-builder.ts';
import { aChange, aKnownItem } from './item-builder.ts';

const now = at('18:00');
const toClaire: Party = { kind: 'person', id: claire };
const toMahari: Party = { kind: 'person', id: mahari };
const put = { acceptedAt: at('17:00'), snoozedUntil: '2024-06-20' as CalendarDate };
const ended = { status: 'done', endedAt: at('17:00') } as const;

describe('isTheirs', () => {
  it.each<[string, Party | undefined, boolean]>([
    ['their own', toClaire, true],
    ['somebody else’s', toMahari, false],
    ['of a group that they are in', devops, true],
    ['nobody’s', undefined, false],
  ])('%s', (_, owner, expected) => {
    expect(isTheirs({ owner }, { by: claire, members: [claire] })).toBe(expected);
  });

  it('is not of a group that they are not in', () => {
    expect(isTheirs({ owner: devops }, { by: claire, members: [mahari] })).toBe(false);
  });
});

describe('acceptItem', () => {
  const asker = { by: claire, members: [], now };

  it('notes when, and makes a group’s item that of whoever takes it on', () => {
    expect(acceptItem(aKnownItem(), asker)).toEqual({ ok: true, value: anItem({ acceptedAt: now }) });
    expect(acceptItem(aKnownItem({ owner: devops }), { ...asker, members: [claire] })).toEqual({
      ok: true,
      value: anItem({ owner: toClaire, acceptedAt: now }),
    });
  });

  it('refuses what is over, not theirs, or accepted', () => {
    const given = aChange([{ field: 'owner', from: toClaire, to: toMahari }]);
    const refusals = [
      aKnownItem(ended),
      aKnownItem({ owner: toMahari }, given),
      aKnownItem({ owner: undefined }),
      aKnownItem({ acceptedAt: at('17:00') }),
    ].map((known) => acceptItem(known, asker));

    expect(refusals).toMatchObject([
      { refusal: { kind: 'item-ended' } },
      { refusal: { kind: 'not-theirs', owner: toMahari, last: given } },
      { refusal: { kind: 'not-theirs', owner: undefined } },
      { refusal: { kind: 'already-accepted', at: at('17:00') } },
    ]);
  });
});

describe('handBack', () => {
  it('leaves it to nobody, neither accepted nor put off', () => {
    const known = aKnownItem(put);
    const asker = { by: claire, members: [], reason: 'I am on leave' };

    expect(handBack(known, asker)).toEqual({ ok: true, value: anItem({ owner: undefined }) });
    expect(handBack(known, { ...asker, reason: '' })).toMatchObject({ refusal: { kind: 'unexplained' } });
    expect(handBack(known, { ...asker, by: mahari })).toMatchObject({ refusal: { kind: 'not-theirs' } });
    expect(handBack(aKnownItem(ended), asker)).toMatchObject({ refusal: { kind: 'item-ended' } });
  });
});

describe('reassign', () => {
  it('begins anew with another owner', () => {
    expect(reassign(aKnownItem(put), { to: toMahari, seen: claire })).toEqual({
      ok: true,
      value: anItem({ owner: toMahari }),
    });
    expect(reassign(aKnownItem(), { to: devops, seen: claire })).toEqual({
      ok: true,
      value: anItem({ owner: devops }),
    });
  });

  it('refuses the same owner, what is over, and what somebody else gave away meanwhile', () => {
    const given = aChange([{ field: 'owner', from: undefined, to: toClaire }]);

    expect(reassign(aKnownItem(), { to: toClaire, seen: '' })).toMatchObject({ refusal: { kind: 'owner-unchanged' } });
    expect(reassign(aKnownItem(ended), { to: toMahari, seen: claire })).toMatchObject({
      refusal: { kind: 'item-ended' },
    });
    expect(reassign(aKnownItem({}, given), { to: toMahari, seen: '' })).toMatchObject({
      refusal: { kind: 'changed-meanwhile', last: given },
    });
  });
});

describe('takeItem', () => {
  it('makes it theirs and accepted, where nobody owns it', () => {
    const asker = { by: mahari, now };

    expect(takeItem(aKnownItem({ owner: undefined }), asker)).toEqual({
      ok: true,
      value: anItem({ owner: toMahari, acceptedAt: now }),
    });
    expect(takeItem(aKnownItem(), asker)).toMatchObject({ refusal: { kind: 'not-theirs', owner: toClaire } });
    expect(takeItem(aKnownItem({ owner: toMahari }), asker)).toMatchObject({ refusal: { kind: 'owner-unchanged' } });
    expect(takeItem(aKnownItem(ended), asker)).toMatchObject({ refusal: { kind: 'item-ended' } });
  });
});

describe('lastHandBack', () => {
  it('is who left it to nobody last and said why, if it did not go back by itself', () => {
    const returned = aChange([{ field: 'owner', from: toClaire, to: undefined }], { by: undefined, reason: 'left' });
    const given = aChange([{ field: 'owner', from: undefined, to: toMahari }]);
    const emptied = aChange([{ field: 'owner', from: toMahari, to: undefined }], { by: claire, reason: undefined });
    const said = aChange([{ field: 'owner', from: devops, to: undefined }], { by: personId('U9'), reason: 'not us' });

    expect(lastHandBack([])).toBeUndefined();
    expect(lastHandBack([given])).toBeUndefined();
    expect(lastHandBack([returned, given])).toBeUndefined();
    expect(lastHandBack([given, emptied])).toBeUndefined();
    expect(lastHandBack([returned, given, said])).toEqual({ from: 'U9', reason: 'not us', group: devops });
    expect(lastHandBack([said, given, emptied])).toEqual({ from: 'U9', reason: 'not us', group: devops });
    expect(lastHandBack([said, given, returned])).toEqual({ from: 'U9', reason: 'not us', group: devops });
  });
});

describe('returnedFrom', () => {
  const wentBack = (from: Party, when: Instant) =>
    aChange([{ field: 'owner', from, to: undefined }], { by: undefined, at: when });
  const given = aChange([{ field: 'owner', from: undefined, to: toMahari }], { at: at('17:30') });
  const said = aChange([{ field: 'owner', from: toMahari, to: undefined }], { by: mahari, at: at('17:45') });
  const claires = wentBack(toClaire, at('17:00'));
  const maharis = wentBack(toMahari, at('19:00'));

  it.each([
    ['nobody, where it never went back', [given], '18:00', undefined],
    ['whose it was', [claires], '18:00', claire],
    ['whose it was at that very moment', [claires], '17:00', claire],
    ['nobody, before it went back', [claires], '16:59', undefined],
    ['who had it up to then, of two', [claires, given, maharis], '18:00', claire],
    ['who had it last, of two', [claires, given, maharis], '19:00', mahari],
    ['nobody, where a group had it', [wentBack(devops, at('17:00'))], '18:00', undefined],
    ['nobody, where somebody gave it back', [said], '18:00', undefined],
  ])('is %s', (_, history, until, expected) => {
    expect(returnedFrom(history, at(until))).toBe(expected);
  });
});

describe('ownerSeen', () => {
  it('tells owners apart, and nobody', () => {
    const seen = [toClaire, toMahari, devops, undefined].map((owner) => ownerSeen({ owner }));

    expect(new Set(seen).size).toBe(4);
  });
});
