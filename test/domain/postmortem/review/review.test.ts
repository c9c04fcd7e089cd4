import { describe, expect, it } from 'vitest';
import { personId, reviewEntryId } from '../../../../src/domain/ids.ts';
import {
  approve,
  askForChanges,
  askForReview,
  obstaclesTo,
  publish,
  takeBack,
} from '../../../../src/domain/postmortem/review/decide.ts';
import { reviewOf } from '../../../../src/domain/postmortem/review/review.ts';
import type { ReviewEntry, ReviewEntryKind } from '../../../../src/domain/postmortem/review/review-entry.ts';
import { aReviewEntry, at } from '../../../support/record-builder.ts';

const [ana, ben, cleo] = ['ana', 'ben', 'cleo'].map(personId) as [
  ReturnType<typeof personId>,
  ReturnType<typeof personId>,
  ReturnType<typeof personId>,
];
const CLOSED = at('17:00');

/** `asked ben`, `approved ben v2`, `published ana`: one a minute from the closing on. */
function story(...steps: readonly string[]): readonly ReviewEntry[] {
  return steps.map((step, index) => {
    const [kind = '', who = 'ana', version = 'v1'] = step.split(' ');
    return aReviewEntry({
      id: reviewEntryId(`${index}`),
      kind: kind as ReviewEntryKind,
      by: kind === 'asked' ? ana : personId(who),
      reviewer: kind === 'asked' ? personId(who) : undefined,
      at: at(`17:0${index}`),
      words: `${index}`,
      version,
    });
  });
}

function reviewAfter(...steps: readonly string[]) {
  return reviewOf(story(...steps), { closedAt: CLOSED, version: 'v1' });
}

describe('reviewOf', () => {
  it.each([
    [[], 'draft'],
    [['asked ben'], 'in-review'],
    [['asked ben', 'approved ben'], 'in-review'],
    [['asked ben', 'changes-asked ben'], 'draft'],
    [['asked ben', 'asked cleo', 'changes-asked ben', 'approved cleo'], 'draft'],
    [['asked ben', 'changes-asked ben', 'asked ben'], 'in-review'],
    [['asked ben', 'published ana'], 'published'],
    [['published ana', 'taken-back ana'], 'draft'],
    [['published ana', 'taken-back ana', 'asked ben'], 'in-review'],
    [['published ana', 'taken-back ana', 'published ben'], 'published'],
  ] as const)('makes of %j a %s', (steps, state) => {
    expect(reviewAfter(...steps).state).toBe(state);
  });

  it('keeps the last answer of each, and none of those who are asked anew', () => {
    const answers = (...steps: readonly string[]) =>
      reviewAfter(...steps).reviewers.map(({ person, answer }) => [person, answer?.kind]);

    expect(answers('asked ben', 'asked cleo', 'approved cleo')).toEqual([
      [ben, undefined],
      [cleo, 'approved'],
    ]);
    expect(answers('asked ben', 'changes-asked ben', 'approved ben')).toEqual([[ben, 'approved']]);
    expect(answers('asked ben', 'approved ben', 'asked ben')).toEqual([[ben, undefined]]);
    expect(answers('approved ben')).toEqual([]);
  });

  it('says whose answer is of another version', () => {
    const { reviewers } = reviewAfter('asked ben', 'asked cleo', 'approved ben v0', 'approved cleo v1');

    expect(reviewers.map(({ isChangedSince }) => isChangedSince)).toEqual([true, false]);
    expect(reviewAfter('published ana v0').isChangedSince).toBe(true);
    expect(reviewAfter('published ana v1').isChangedSince).toBe(false);
  });

  it('begins anew when it is taken back, and says by whom until somebody is asked', () => {
    const again = reviewAfter('asked ben', 'approved ben', 'published ana', 'taken-back cleo');

    expect(again).toMatchObject({ reviewers: [], published: undefined, takenBack: { by: cleo } });
    expect(reviewAfter('published ana', 'taken-back cleo', 'asked ben').takenBack).toBeUndefined();
  });

  it('counts nothing from before the incident was closed last', () => {
    const entries = story('asked ben', 'approved ben', 'published ana');

    expect(reviewOf(entries, { closedAt: undefined, version: 'v1' })).toMatchObject({ state: 'draft', reviewers: [] });
    expect(reviewOf(entries, { closedAt: at('17:03'), version: 'v1' }).state).toBe('draft');
    expect(reviewOf(entries, { closedAt: at('17:02'), version: 'v1' }).state).toBe('published');
  });
});

describe('asking for a review', () => {
  it.each([
    [{ status: 'closed', reviewers: [] }, 'nobody-to-ask'],
    [{ status: 'closed', reviewers: [ben, ana] }, 'asks-oneself'],
    [{ status: 'resolved', reviewers: [ben] }, 'no-postmortem-yet'],
    [{ status: 'canceled', reviewers: [ben] }, 'no-postmortem-yet'],
  ] as const)('%j is refused: %s', (asking, kind) => {
    expect(askForReview(reviewAfter(), { ...asking, by: ana })).toMatchObject({ refusal: { kind } });
  });

  it('is refused of what is published', () => {
    const refused = askForReview(reviewAfter('published cleo'), { status: 'closed', by: ana, reviewers: [ben] });
    expect(refused).toEqual({ ok: false, refusal: { kind: 'published-already', by: cleo, at: at('17:00') } });
  });

  it('names each once', () => {
    expect(askForReview(reviewAfter(), { status: 'closed', by: ana, reviewers: [ben, cleo, ben] })).toEqual({
      ok: true,
      value: [ben, cleo],
    });
  });
});

describe('answering', () => {
  const approving = { status: 'closed', by: ben, shown: 'v1', version: 'v1' } as const;

  it.each([
    [[], 'v1', 'not-a-reviewer'],
    [['asked cleo'], 'v1', 'not-a-reviewer'],
    [['asked ben'], 'v0', 'changed-since-shown'],
    [['asked ben', 'approved ben'], 'v1', 'approved-already'],
    [['asked ben', 'approved ben v0'], 'v0', 'changed-since-shown'],
    [['asked ben', 'published ana'], 'v1', 'published-already'],
    [['asked ben', 'published ana', 'taken-back ana'], 'v1', 'not-a-reviewer'],
  ] as const)('after %j, shown %s, approving is refused: %s', (steps, shown, kind) => {
    expect(approve(reviewAfter(...steps), { ...approving, shown })).toMatchObject({ refusal: { kind } });
  });

  it.each([
    [['asked ben']],
    [['asked ben', 'changes-asked ben']],
    [['asked ben', 'asked cleo', 'changes-asked cleo']],
    [['asked ben', 'approved ben v0']],
  ])('after %j one may approve', (steps) => {
    expect(approve(reviewAfter(...steps), approving)).toMatchObject({ ok: true, value: { person: ben } });
  });

  it('needs a closed incident', () => {
    const refusal = { kind: 'no-postmortem-yet', status: 'investigating' };
    expect(approve(reviewAfter('asked ben'), { ...approving, status: 'investigating' })).toEqual({
      ok: false,
      refusal,
    });
  });

  it('needs words for changes', () => {
    const asking = { status: 'closed', by: ben } as const;
    expect(askForChanges(reviewAfter('asked ben'), { ...asking, words: '' })).toMatchObject({
      refusal: { kind: 'no-words' },
    });
    expect(askForChanges(reviewAfter('asked ben', 'approved ben'), { ...asking, words: 'x' }).ok).toBe(true);
    expect(askForChanges(reviewAfter(), { ...asking, words: 'x' })).toMatchObject({
      refusal: { kind: 'not-a-reviewer' },
    });
  });
});

describe('publishing', () => {
  const ready = { status: 'closed', musts: 0, approvals: 1, override: '' } as const;
  const approved = ['asked ben', 'approved ben'];

  it.each([
    [approved, 0, 1, []],
    [['asked ben', 'approved ben v0'], 0, 1, []],
    [[], 0, 0, []],
    [approved, 2, 1, ['findings']],
    [['asked ben'], 0, 1, ['approvals']],
    [approved, 0, 2, ['approvals']],
    [['asked ben', 'asked cleo', 'approved ben', 'changes-asked cleo'], 0, 1, ['changes-asked']],
    [['asked ben', 'changes-asked ben'], 1, 1, ['findings', 'approvals', 'changes-asked']],
  ] as const)(
    'after %j with %i open findings and %i approvals needed: %j in the way',
    (steps, musts, approvals, kinds) => {
      const publishing = { ...ready, musts, approvals };
      expect(obstaclesTo(reviewAfter(...steps), publishing).map(({ kind }) => kind)).toEqual(kinds);
      expect(publish(reviewAfter(...steps), publishing).ok).toBe(kinds.length === 0);
      expect(publish(reviewAfter(...steps), { ...publishing, override: 'Customers wait' })).toMatchObject({
        ok: true,
        value: { overridden: kinds.map((kind) => expect.objectContaining({ kind })) },
      });
    },
  );

  it('is never done of an incident that is not closed, nor twice, whatever is said for it', () => {
    const override = 'Now';
    expect(publish(reviewAfter(), { ...ready, status: 'resolved', override })).toMatchObject({
      refusal: { kind: 'no-postmortem-yet' },
    });
    expect(publish(reviewAfter('published ana'), { ...ready, override })).toMatchObject({
      refusal: { kind: 'published-already' },
    });
  });

  it('is taken back with a reason', () => {
    expect(takeBack(reviewAfter(), { words: 'x' })).toMatchObject({ refusal: { kind: 'not-published' } });
    expect(takeBack(reviewAfter('published ana'), { words: '' })).toMatchObject({ refusal: { kind: 'no-words' } });
    expect(takeBack(reviewAfter('published ana'), { words: 'x' }).ok).toBe(true);
  });
});
