import type { Finding } from '../domain/postmortem/check/finding.ts';
import type { TranscriptDay } from '../domain/postmortem/draft/draft-transcript.ts';
import type { Outline, OutlineSection } from '../domain/postmortem/outline/outline.ts';
import { outlinePostmortem } from '../domain/postmortem/outline/outline-postmortem.ts';
import type { Postmortem } from '../domain/postmortem/postmortem.ts';
import { Html, html } from './html.ts';
import { factList, postmortemBlock } from './postmortem-blocks.ts';
import { POSTMORTEM_STYLE } from './postmortem-style.ts';
import { timelinePicture } from './timeline-picture.ts';

/** The document as one HTML file that needs nothing else and, by its policy, can load nothing else. */
export function postmortemPage(
  postmortem: Postmortem,
  findings: readonly Finding[],
  transcript: readonly TranscriptDay[] = [],
): string {
  const outline = outlinePostmortem(postmortem, findings, transcript);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${outline.name}: ${outline.title}</title>
<style>${new Html(POSTMORTEM_STYLE)}</style>
</head>
<body>
<main>
${pageHeader(outline)}${outline.sections.map((section) =>
  pageSection(section, section.id === 'timeline' ? timelinePicture(postmortem) : undefined),
)}</main>
<footer>Drafted by Faultline from the incident’s own record.</footer>
</body>
</html>
`;
  return page.toString();
}

function pageHeader({ name, title, tags, notice, facts }: Outline): Html {
  return html`<header>
<p class="name">${name} · Postmortem</p>
<h1>${title}</h1>
<ul class="tags">${tags.map((tag) => html`<li><span class="hidden">${tag.name}: </span>${tag.value}</li>`)}</ul>
${factList(facts)}${notice === undefined ? undefined : noticeLine(notice)}</header>
`;
}

function noticeLine(notice: string): Html {
  return html`<p class="notice">${notice} <a href="#still-missing">See what is missing</a>.</p>\n`;
}

function pageSection({ id, title, blocks }: OutlineSection, picture: Html | undefined): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${picture}${blocks.map(postmortemBlock)}</section>
`;
}
