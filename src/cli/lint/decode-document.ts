import type { Statement } from '../../domain/postmortem/check/stated-postmortem.ts';
import { decodeWindows1252 } from '../../domain/postmortem/reading/windows-1252.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';

export interface Document {
  readonly text: string;
  /** Where its bytes are no UTF-8. */
  readonly damages: readonly Statement[];
}

/** A refusal says what the bytes are instead of text. */
export function decodeDocument(bytes: Uint8Array): Result<Document, string> {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.trim() === '') {
    return refuse('is empty: there is nothing to check.');
  }
  if (text.includes('\0')) {
    return refuse('is not text: name a postmortem in Markdown or plain text.');
  }
  return accept(
    encoding === 'utf-8' && text.includes(LOST)
      ? { text: decodeWindows1252(bytes), damages: firstDamage(text) }
      : { text, damages: [] },
  );
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** What takes the place of bytes that are no character. */
const LOST = '\ufffd';

/** Those that follow have the same cause. */
function firstDamage(text: string): readonly Statement[] {
  const before = text.slice(0, text.indexOf(LOST));
  const line = before.split(/\r\n|\n|\r/u).length;
  const [start = ''] = /\S*$/u.exec(before.slice(-LONGEST_WORD)) ?? [];
  const [end = ''] = /^\S*/u.exec(text.slice(before.length, before.length + LONGEST_WORD)) ?? [];
  return [{ text: `${start}${end}`, place: { section: 'summary', line } }];
}

const LONGEST_WORD = 40;
