import { duration } from '../../time.ts';
import type { TargetFigure } from '../told-escalations.ts';
import type { Block } from './outline.ts';

const COLUMNS = ['Who was called', 'Calls', 'Answers', 'Unanswered', 'Time to answer'];

/** Nothing where nobody was called. */
export function outlineAnswers(answers: readonly TargetFigure[]): readonly Block[] {
  const rows = answers.map(({ target, called, unanswered, milliseconds }) => [
    { text: target },
    { text: String(called) },
    { text: String(called - unanswered) },
    { text: String(unanswered) },
    milliseconds.length === 0 ? { text: 'nobody answered', isGap: true } : { text: tellAnswerTimes(milliseconds) },
  ]);
  return rows.length === 0
    ? []
    : [
        { kind: 'label', text: 'How soon calls were answered' },
        { kind: 'note', text: 'Each from the call to its first answer, drawn from the calls under Escalations.' },
        { kind: 'table', columns: COLUMNS, rows },
      ];
}

/** `3 min`, `1 min, 3 min, 20 min`; of more than a few their middle and their ends. */
export function tellAnswerTimes(milliseconds: readonly number[]): string {
  const [first = 0, last = 0] = [milliseconds[0], milliseconds.at(-1)];
  return milliseconds.length <= FEW
    ? milliseconds.map(duration).join(', ')
    : `median ${duration(median(milliseconds))}, from ${duration(first)} to ${duration(last)}`;
}

const FEW = 5;

/** Of numbers in order. */
function median(numbers: readonly number[]): number {
  const middle = (numbers.length - 1) / 2;
  return ((numbers[Math.floor(middle)] ?? 0) + (numbers[Math.ceil(middle)] ?? 0)) / 2;
}
