import { dateAndTime, inOneLine } from '../../tell-time.ts';
import { offsetName } from '../../time.ts';
import type { PostmortemHeader } from '../postmortem.ts';
import type { Fact } from './outline.ts';
import { outlineFigure } from './outline-figures.ts';
import { outlineReview } from './outline-review.ts';
import { outlineSource, uniqueSources } from './outline-source.ts';

export function outlineTags({ severity, status, isPrivate, isDrill }: PostmortemHeader): readonly Fact[] {
  return [
    ...(isDrill ? [{ name: 'Drill', value: 'an exercise, which counts in no statistics' }] : []),
    { name: 'Severity', value: severity },
    { name: 'Status', value: status === 'canceled' ? 'canceled: a false alarm' : status },
    ...(isPrivate ? [{ name: 'Readers', value: 'private: only people in the incident’s channel' }] : []),
  ];
}

export function outlineFacts(header: PostmortemHeader): readonly Fact[] {
  const { zone, declaredAt, declarationSource } = header;
  const { length, from, to } = outlineFigure(header.duration, zone);
  const offset = offsetName(declaredAt, zone);
  return [
    { name: 'Date', value: header.date },
    { name: 'Duration', value: length },
    { name: 'From', value: from.text, sources: uniqueSources([from.source]) },
    { name: 'To', value: to.text, sources: uniqueSources([to.source]) },
    {
      name: 'Declared by',
      value: `${header.declaredBy}, ${inOneLine(dateAndTime(declaredAt, zone))}`,
      sources: uniqueSources([declarationSource && outlineSource(declarationSource)]),
    },
    { name: 'Times', value: offset === zone ? zone : `${zone} (${offset})` },
    ...outlineReview(header),
  ];
}
