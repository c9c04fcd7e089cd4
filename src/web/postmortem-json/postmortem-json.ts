import type { TranscriptDay } from '../../domain/postmortem/draft/draft-transcript.ts';
import type { Finding } from '../../domain/postmortem/finding.ts';
import type { Postmortem } from '../../domain/postmortem/postmortem.ts';
import { DOCUMENT_VERSION, PostmortemDocument } from './postmortem-document.ts';

/** The document for programs, as `docs/postmortem.schema.json` describes it. What that does not name stays out, as images do. */
export function postmortemJson(
  postmortem: Postmortem,
  findings: readonly Finding[],
  transcript: readonly TranscriptDay[] = [],
): string {
  const document = PostmortemDocument.parse({ version: DOCUMENT_VERSION, ...postmortem, findings, transcript });
  return `${JSON.stringify(document, null, 2)}\n`;
}
