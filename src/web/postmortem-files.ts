import { postmortemMarkdown } from '../domain/postmortem/markdown/postmortem-markdown.ts';
import type { PostmortemFiles } from '../use-cases/messenger.ts';
import { postmortemPage } from './postmortem-page.ts';

/** A postmortem as the files that people take away: Markdown to work on, a page to read. */
export const postmortemFiles: PostmortemFiles = {
  write(postmortem, findings) {
    const name = `${postmortem.header.name.toLowerCase()}-postmortem`;
    return [
      { name: `${name}.md`, content: postmortemMarkdown(postmortem, findings) },
      { name: `${name}.html`, content: postmortemPage(postmortem, findings) },
    ];
  },
};
