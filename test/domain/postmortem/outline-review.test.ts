import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../../src/domain/postmortem/check/check-record.ts';
import { draftPostmortem } from '../../../src/domain/postmortem/draft-postmortem.ts';
import { postmortemMarkdown } from '../../../src/domain/postmortem/markdown/postmortem-markdown.ts';
import type { ReviewEntry } from '../../../src/domain/postmortem/review/review-entry.ts';
import { versionOf } from '../../../src/domain/postmortem/review/version-of.ts';
import { aRecord, aRecordedIncident, aReviewEntry, at, claire, mahari } from '../../support/record-builder.ts';

const record = aRecord({ incident: aRecordedIncident() });
const version = versionOf(record);

function markdownOf(...review: readonly ReviewEntry[]): string {
  const reviewed = { ...record, review };
  const postmortem = draftPostmortem(reviewed);
  return postmortemMarkdown(postmortem, checkRecord(reviewed, postmortem, at('23:00')));
}

const asked = aReviewEntry({ reviewer: mahari });
const approved = aReviewEntry({ kind: 'approved', by: mahari, at: at('18:00'), version });
const published = aReviewEntry({ kind: 'published', by: claire, at: at('19:00'), version });

describe('the head of a postmortem', () => {
  it('says that it is a draft, or in review', () => {
    expect(markdownOf()).toContain('- **Postmortem:** draft\n');
    expect(markdownOf()).toContain('This is a draft: ');
    expect(markdownOf(asked)).toContain('- **Postmortem:** in review\n');
  });

  it('says that it was a false alarm, and asks for nothing', () => {
    const canceled = { ...record, incident: aRecordedIncident({ status: 'canceled', resolvedAt: undefined }) };
    const postmortem = draftPostmortem(canceled);
    const markdown = postmortemMarkdown(postmortem, checkRecord(canceled, postmortem, at('23:00')));

    expect(markdown).toContain('**Status:** canceled: a false alarm\n');
    expect(markdown).toContain('This was canceled as a false alarm; it needs no postmortem.');
    expect(markdown).not.toMatch(/This is a draft|[Ss]till missing|is not resolved/u);
  });

  it('says when it was published and by whom, who approved it, and that nobody had to override', () => {
    const markdown = markdownOf(asked, approved, published);

    expect(markdown).toContain('- **Postmortem:** published 2024-06-09 22:00 UTC+3 (19:00 UTC) by Claire\n');
    expect(markdown).toContain('- **Approved by:** Mahari, 2024-06-09 21:00 UTC+3 (18:00 UTC)\n');
    expect(markdown).not.toContain('Published all the same');
    expect(markdown).not.toContain('This is a draft');
  });

  it('says why it was published all the same, and what was changed since', () => {
    const old = { version: 'old' };
    const markdown = markdownOf(asked, { ...approved, ...old }, { ...published, ...old, words: 'They *wait*' });

    expect(markdown).toContain('by Claire (changed since)\n');
    expect(markdown).toContain('(18:00 UTC) (changed since)\n');
    expect(markdown).toContain('- **Published all the same:** Claire: They \\*wait\\*\n');
  });
});
