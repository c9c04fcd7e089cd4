import { dateAndTime, inOneLine } from '../../tell-time.ts';
import type { TimeZone } from '../../time.ts';
import type { PostmortemHeader, Publishing, ReviewLine } from '../postmortem.ts';
import type { Fact } from './outline.ts';

/** Who published and approved it, and over what. */
export function outlineReview({ review, zone }: PostmortemHeader): readonly Fact[] {
  const approvals = review.approvals.map(
    ({ by, at, isChangedSince }) => `${by}, ${inOneLine(dateAndTime(at, zone))}${changedMark(isChangedSince)}`,
  );
  return [
    { name: 'Postmortem', value: standing(review, zone) },
    ...(approvals.length === 0 ? [] : [{ name: 'Approved by', value: approvals.join('; ') }]),
    ...override(review.published),
  ];
}

function standing({ state, published }: ReviewLine, zone: TimeZone): string {
  if (published === undefined) {
    return state === 'in-review' ? 'in review' : 'draft';
  }
  const { by, at, isChangedSince } = published;
  return `published ${inOneLine(dateAndTime(at, zone))} by ${by}${changedMark(isChangedSince)}`;
}

function override(published: Publishing | undefined): readonly Fact[] {
  return published?.override === undefined
    ? []
    : [{ name: 'Published all the same', value: `${published.by}: ${published.override}` }];
}

function changedMark(isChangedSince: boolean): string {
  return isChangedSince ? ' (changed since)' : '';
}
