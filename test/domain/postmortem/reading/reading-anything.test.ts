import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStated } from '../../../../src/domain/postmortem/check/check-stated.ts';
import { readPostmortem } from '../../../../src/domain/postmortem/reading/read-postmortem.ts';
import { checkedAt, documentText } from '../../../support/read-document.ts';

const DOCUMENTS = ['labels-and-lines.txt', 'day-left-out.txt', 'lines-without-bullets.txt', 'smaller-heads-above.txt'];
const LINES = DOCUMENTS.flatMap((name) => documentText(name).split('\n'));
const ODD = [
  '```',
  '| a | b |',
  '| --- | --- |',
  '| 14:00 | x |',
  '<!--',
  '---',
  '\t- [x] ',
  '![]()',
  '# ',
  '====',
  '\u0000',
  '_',
];

/** Lines of documents in any order, with anything between them. */
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...LINES), fc.constantFrom(...ODD), fc.string({ unit: 'binary', maxLength: 30 })), {
    maxLength: 60,
  })
  .map((lines) => lines.join('\n'));

describe('readPostmortem', () => {
  it('reads any text, and names only lines that it has', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { stated, lines, unread } = readPostmortem(text, checkedAt);
        const named = [
          ...checkStated(stated).flatMap(({ place }) => place.line ?? []),
          ...stated.timeline.flatMap(({ place }) => place.line ?? []),
          ...unread.map(({ line }) => line),
          ...lines.values(),
        ];
        const last = text.split(/\r\n|\n|\r/u).length;
        expect(named.filter((line) => line < 1 || line > last)).toEqual([]);
      }),
    );
  });

  it.each([
    ['documents', DOCUMENTS.map(documentText).join('\n')],
    ['a timeline', '- 2024-05-07 14:00 UTC: the pool was restarted by users\n'],
    ['actions', '- [ ] Do it (Owner: Claire, Deadline: 2024-05-14)\n  - Owner: Ana\n'],
    ['paragraphs', 'It began at 14:00 and lasted for 90 minutes until 15:30.\n\n'],
    ['headings', '# a\n## Timeline\n### b\n'],
    ['rows', '| 14:00 | a |\n'],
    ['one line of marks', '**_`[![(](Ã '],
    ['one item', '  and on'],
  ])('takes no longer for each line where there are many: %s', (_, part) => {
    const heading = '# Timeline\n| Time | What |\n| --- | --- |\n';
    const few = `${heading}${part.repeat(Math.ceil(8_000 / part.length))}`;
    const many = `${heading}${part.repeat(Math.ceil(38_000 / part.length))}`;
    readPostmortem(few, checkedAt);

    const [short, long] = [fastest(few), fastest(many)];

    expect(long).toBeLessThan(4 * 8 * Math.max(short, 1));
  });

  it.each([
    ['a heading with spaces within', `# a${' '.repeat(20_000)}b`],
    ['a heading with marks within', `# a${' #'.repeat(10_000)}b`],
    ['a heading with marks at its end', `# a ${'#'.repeat(20_000)}`],
    ['many sentences', `# Causes and resolution\n${'a. '.repeat(13_000)}`],
  ])('reads %s in no time', (_, text) => {
    const before = performance.now();
    readPostmortem(text, checkedAt);
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it.each(['# Summary', '  ## Summary ##', '# Summary   #  ', '# Summary#'])('reads the heading %j', (heading) => {
    const { stated } = readPostmortem(`${heading}\n\nBookings failed.`, checkedAt);
    expect(stated.prose.summary.map(({ text }) => text)).toEqual(['Bookings failed.']);
  });
});

/** Of three times, as other processes take theirs. */
function fastest(text: string): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const before = performance.now();
      readPostmortem(text, checkedAt);
      return performance.now() - before;
    }),
  );
}
