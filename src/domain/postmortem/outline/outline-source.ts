import type { Origin, Source } from '../source.ts';
import type { SourceEntry } from './outline.ts';

const ORIGINS: Record<Origin, string> = {
  message: 'message',
  alert: 'alert',
  command: 'told to Faultline',
  channel: 'seen in the channel',
  faultline: 'noted by Faultline',
};

export function outlineSource({ origin, permalink, messageChange, by }: Source): SourceEntry {
  return {
    text: by === undefined ? ORIGINS[origin] : `as ${by} told Faultline`,
    href: permalink,
    messageChange,
  };
}

/** Each once, in order. */
export function uniqueSources(sources: readonly (SourceEntry | undefined)[]): readonly SourceEntry[] {
  const keyed = sources.flatMap((source) => (source === undefined ? [] : [[keyOf(source), source] as const]));
  return [...new Map(keyed).values()];
}

function keyOf({ text, href, messageChange }: SourceEntry): string {
  return href ?? `${text} ${messageChange ?? ''}`;
}
