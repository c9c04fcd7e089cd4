import type { ReadMessage } from '../directory.ts';

/** What a message says where people read it, the files that came with it included. */
export function wordsOf({ text, fileNames }: Pick<ReadMessage, 'text' | 'fileNames'>): string {
  const words = [text, ...fileNames.map((name) => `[file: ${name}]`)].filter((part) => part !== '').join('\n');
  return words === '' ? '(a message without text)' : words;
}

/** What changes only when somebody edits the message. */
export function sourceOf({ source, fileNames }: Pick<ReadMessage, 'source' | 'fileNames'>): string {
  return [source, ...fileNames].join('\n');
}
