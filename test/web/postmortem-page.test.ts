import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../src/domain/postmortem/check/check-record.ts';
import type { Finding } from '../../src/domain/postmortem/check/finding.ts';
import { draftPostmortem } from '../../src/domain/postmortem/draft-postmortem.ts';
import type { IncidentRecord } from '../../src/domain/postmortem/record.ts';
import { postmortemPage } from '../../src/web/postmortem-page.ts';
import { aMilestone, anEventAt, aRecord, aRecordedIncident, at } from '../support/record-builder.ts';
import { aFinding } from '../support/stated-builder.ts';
import { aRecordOf } from '../support/typed-record.ts';
import { anyTypedText } from '../support/typed-text.ts';
import { aWholeRecord } from '../support/whole-record.ts';

describe('postmortemPage', () => {
  it('tells a whole incident', async () => {
    await expect(pageOf(aWholeRecord())).toMatchFileSnapshot('__snapshots__/whole-postmortem.html.snap');
  });

  it('needs nothing from elsewhere', () => {
    const page = pageOf(aWholeRecord());

    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
    expect(page).not.toMatch(/<(?:script|link|img|iframe|object)|\ssrc=|@import|url\(/);
  });

  it('has one heading a section, each the target of a link', () => {
    const page = pageOf(aRecord());
    const ids = [...page.matchAll(/<section id="([a-z-]+)"/g)].map((match) => match[1]);
    const targets = [...page.matchAll(/<a href="#([a-z-]+)"/g)].map((match) => match[1]);

    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page.match(/<h2 /g)).toHaveLength(ids.length);
    expect(ids).toEqual(expect.arrayContaining(targets));
  });

  it('says that it is private', () => {
    const incident = aRecordedIncident({ isPrivate: true });

    expect(pageOf(aRecord({ incident }))).toContain('private: only people in the incident’s channel');
  });

  it('says that a figure is not known, and never that time ran backwards', () => {
    const incident = aRecordedIncident({ resolvedAt: at('16:10') });
    const milestones = [aMilestone('impact-started', at('16:20'))];

    const page = pageOf(aRecord({ incident, milestones }));

    expect(page).toContain('not known: it ends before it starts');
    expect(page).toContain('nobody has said when it was detected');
  });

  it('says nothing of missing things when there are none', () => {
    const page = postmortemPage(draftPostmortem(aWholeRecord()), []);

    expect(page).not.toContain('still-missing');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '" onclick="alert(1)'])('does not link to %s', (permalink) => {
    const page = pageOf(aRecord({ events: [anEventAt('15:30', { permalink })] }));

    expect(page).not.toContain('class="source"');
  });

  it.each([
    ['`a < b` fails', '<code>a &lt; b</code> fails'],
    ['see\n```a | b\n  *c*```done', 'see<pre><code>a | b\n  *c*</code></pre>done'],
    ['• first\n    ◦ second', '• first<br>\u2003◦ second'],
    [
      'the graph (https://x.y/a)',
      'the graph (<a href="https://x.y/a" rel="noreferrer noopener nofollow">https://x.y/a</a>)',
    ],
  ])('shows %j as %s', (text, markup) => {
    expect(pageOf(aRecord({ events: [anEventAt('15:30', { text })] }))).toContain(`<div class="text">${markup}</div>`);
  });

  it('holds no markup that people typed', () => {
    const harmless = tagsIn(typedPage('word'));
    const ends = typedPage('word').match(/<\/(?:title|style)>/g)?.length ?? 0;

    fc.assert(
      fc.property(anyTypedText, (typed) => {
        const page = typedPage(typed);
        const strange = [...tagsIn(page)].filter((tag) => !harmless.has(tag) && !TYPED.has(tag));

        expect(strange).toEqual([]);
        expect(page).not.toMatch(/<evil|<[^>]*\sonload=|href="(?!#|https?:)/);
        expect(page.match(/<\/(?:title|style)>/g)).toHaveLength(ends);
      }),
      { numRuns: 100 },
    );
  });
});

/** The markup that paragraphs, lists, line breaks, code and addresses in a text lead to. */
const TYPED = new Set([
  '<ul',
  '</ul',
  '<li',
  '</li',
  '<p',
  '</p',
  '<br',
  '<a',
  '</a',
  '<code',
  '</code',
  '<pre',
  '</pre',
]);

function tagsIn(page: string): ReadonlySet<string> {
  return new Set(page.match(/<[^\s>]*/g));
}

function pageOf(record: IncidentRecord): string {
  const postmortem = draftPostmortem(record);
  return postmortemPage(postmortem, checkRecord(record, postmortem, at('09:00', '2024-06-10')));
}

function typedPage(typed: string): string {
  const findings: readonly Finding[] = [
    aFinding({ text: typed, waived: { by: typed, at: at('16:00'), reason: typed } }),
  ];
  return postmortemPage(draftPostmortem(aRecordOf(typed)), findings);
}
