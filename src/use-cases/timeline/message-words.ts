import type { MessageContent, ReadMessage } from '../directory.ts';

/** What a message says where people read it, the files that came with it included. */
export function wordsOf({ text, fileNames }: { readonly text: string; readonly fileNames: readonly string[] }): string {
  const words = [text, ...fileNames.map((name) => `[file: ${name}]`)].filter((part) => part !== '').join('\n');
  return words === '' ? '(a message without text)' : words;
}

/** What changes only when somebody edits the message. */
export function sourceOf({ source, fileNames }: MessageContent): string {
  return [source, ...fileNames].join('\n');
}

export function contentOf({ source, files }: Pick<ReadMessage, 'source' | 'files'>): MessageContent {
  return { source, fileNames: files.map(({ name }) => name) };
}
