import { postmortemMarkdown } from '../domain/postmortem/markdown/postmortem-markdown.ts';
import type { PostmortemFiles } from '../use-cases/messenger.ts';
import { postmortemJson } from './postmortem-json/postmortem-json.ts';
import { postmortemPage } from './postmortem-page.ts';

/** A postmortem as the files that people take away: Markdown to work on, a page to read, JSON for programs. */
export const postmortemFiles: PostmortemFiles = {
  write(postmortem, findings, transcript) {
    const name = `${postmortem.header.name.toLowerCase()}-postmortem`;
    return [
      { name: `${name}.md`, content: postmortemMarkdown(postmortem, findings, transcript) },
      { name: `${name}.html`, content: postmortemPage(postmortem, findings, transcript) },
      { name: `${name}.json`, content: postmortemJson(postmortem, findings, transcript) },
    ];
  },
};
