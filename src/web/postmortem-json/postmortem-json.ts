import type { Finding } from '../../domain/postmortem/check/finding.ts';
import type { TranscriptDay } from '../../domain/postmortem/draft/draft-transcript.ts';
import type { Postmortem } from '../../domain/postmortem/postmortem.ts';
import { DOCUMENT_VERSION, PostmortemDocument } from './postmortem-document.ts';

/**
 * The document for programs, as `docs/postmortem.schema.json` describes it. What that does not name stays out, as images
 * do; so does what only an author may be told.
 */
export function postmortemJson(
  postmortem: Postmortem,
  findings: readonly Finding[],
  transcript: readonly TranscriptDay[] = [],
): string {
  const document = PostmortemDocument.parse({
    version: DOCUMENT_VERSION,
    ...postmortem,
    findings: findings
      .filter(({ isForAuthor }) => !isForAuthor)
      .map((finding) => ({ ...finding, section: finding.place.section })),
    transcript,
  });
  return `${withoutTurns(JSON.stringify(document, null, 2))}\n`;
}

/** Marks that turn the direction of a line are written so that they turn none, and mean the same. */
function withoutTurns(json: string): string {
  return json.replaceAll(/[\u202a-\u202e\u2066-\u2069]/gu, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`);
}
