import { type PersonId, personId as toPersonId } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Refusal } from '../explain.ts';
import { readMarkup } from '../text/read-markup.ts';
import type { Command } from './feature.ts';

export interface RotaCommand {
  /** As it was typed; empty where none was named. */
  readonly rota: string;
  /** Undefined where somebody only looks. */
  readonly cover: SaidCover | undefined;
}

export interface SaidCover {
  readonly by: PersonId;
  readonly coversFor: PersonId | undefined;
  /** What follows, `until friday 9:00`. */
  readonly times: string;
}

const PERSON = String.raw`<@[UW][A-Z0-9]+(?:\|[^<>]*)?>|I|me`;
const COVER = new RegExp(
  String.raw`^(?:(?<rota>\S[\s\S]*?)\s+)?(?<by>${PERSON})\s+covers?(?:\s+for)?(?:\s+(?<coversFor>${PERSON}))?(?!\S)(?<times>[\s\S]*)$`,
  'iu',
);

/** Reads `database`, `database @ana covers for @ben until friday 9:00`, `I cover until tomorrow 9:00`. */
export function readRota({ markup, names, personId }: Command): Result<RotaCommand, Refusal> {
  const { rota = '', by, coversFor, times = '' } = COVER.exec(markup)?.groups ?? {};
  const unknown = /(?<!\S)@\S+/u.exec(readMarkup(markup.replace(/<[^>]*>/gu, ' '), names))?.[0];
  if (unknown !== undefined) {
    return refuse({ kind: 'unknown-party', text: unknown });
  }
  const words = readMarkup(by === undefined ? markup : times, names).trim();
  if (by === undefined) {
    const isMeantAsCover = /<[@!]|(?<!\S)covers?(?!\S)/iu.test(markup);
    return isMeantAsCover
      ? refuse({ kind: 'unreadable-cover', text: words })
      : accept({ rota: words, cover: undefined });
  }
  const who = (said: string) => {
    const [, id] = /^<@([A-Z0-9]+)/u.exec(said) ?? [];
    return id === undefined ? personId : toPersonId(id);
  };
  const cover = { by: who(by), coversFor: coversFor === undefined ? undefined : who(coversFor), times: words };
  return accept({ rota: readMarkup(rota, names), cover });
}
