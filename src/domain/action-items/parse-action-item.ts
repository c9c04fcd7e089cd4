import { type CalendarDate, calendarDateAt } from '../time.ts';
import { parseDay } from '../timeline/parse-day.ts';
import type { Speaker } from '../timeline/speaker.ts';
import { ACTION_ITEM_KINDS, type ActionItemKind } from './action-item.ts';

export interface ParsedActionItem {
  readonly kind: ActionItemKind | undefined;
  readonly title: string;
  readonly dueOn: CalendarDate | undefined;
}

/** Reads `[kind:] text [by <day>]`; a “by” that no day follows, as in “by 5 minutes”, belongs to the text. */
export function parseActionItem(typed: string, speaker: Speaker): ParsedActionItem {
  const { kind, rest } = splitKind(typed.trim());
  const [, before = '', day = ''] = /^([\s\S]*)\s\bby\s+(\S[\s\S]*)$/iu.exec(rest) ?? [];
  const today = calendarDateAt(speaker.now, speaker.zone);
  const dueOn = day === '' ? undefined : parseDay(day, { today, locale: speaker.locale });
  return { kind, title: (dueOn === undefined ? rest : before).trim(), dueOn };
}

function splitKind(text: string): { readonly kind: ActionItemKind | undefined; readonly rest: string } {
  const [, word = '', rest = ''] = /^([a-z]+)\s*:\s*([\s\S]*)$/iu.exec(text) ?? [];
  const kind = ACTION_ITEM_KINDS.find((known) => known === word.toLowerCase());
  return kind === undefined ? { kind, rest: text } : { kind, rest };
}
