import { z } from 'zod';
import { type ChannelId, channelId } from '../../domain/ids.ts';
import { NARRATIVE_SECTIONS, type NarrativeSection } from '../../domain/postmortem/narrative.ts';
import type { Conflict } from '../../use-cases/postmortem/write-narrative.ts';

/** What a form showed of a section. */
export interface ShownSection {
  /** 0 where nobody had written any. */
  readonly version: number;
  /** Whether it was what its reader had typed before and not sent. */
  readonly isUnsaved: boolean;
  /** How much of that version they had before them as they typed it, where it was not all. */
  readonly length?: number | undefined;
}

/** What a form to write in remembers. Slack takes 3,000 characters of it. */
export interface WritingContext {
  readonly channel: ChannelId;
  /** What the writing is for. */
  readonly purpose: Purpose;
  readonly shown: Readonly<Partial<Record<NarrativeSection, ShownSection>>>;
  /** What two wrote at once, the first being asked about. */
  readonly conflicts: readonly Conflict[];
  /** Whether the second step follows. */
  readonly hasLessonsNext: boolean;
  /** Where the panel that it was opened from can be drawn anew. */
  readonly panel?: string | undefined;
}

export type Purpose = 'close' | 'write';

const Section = z.enum(NARRATIVE_SECTIONS);

const Metadata = z.object({
  channel: z.string(),
  purpose: z.enum(['close', 'write']),
  shown: z.partialRecord(Section, z.tuple([z.int(), z.boolean(), z.int().nullable()])),
  conflicts: z.array(z.tuple([Section, z.int(), z.int()])),
  next: z.boolean(),
  panel: z.url().optional(),
});

export function writeWritingContext(context: WritingContext): string {
  const shown = Object.entries(context.shown).map(([section, { version, isUnsaved, length }]) => [
    section,
    [version, isUnsaved, length ?? null],
  ]);
  return JSON.stringify({
    channel: context.channel,
    purpose: context.purpose,
    shown: Object.fromEntries(shown),
    conflicts: context.conflicts.map(({ section, theirs, mine }) => [section, theirs, mine]),
    next: context.hasLessonsNext,
    panel: context.panel,
  } satisfies z.input<typeof Metadata>);
}

export function readWritingContext(metadata: string): WritingContext {
  const { channel, purpose, shown, conflicts, next, panel } = Metadata.parse(JSON.parse(metadata));
  const sections = Object.entries(shown).map(([section, [version, isUnsaved, length]]) => [
    section,
    { version, isUnsaved, length: length ?? undefined },
  ]);
  return {
    channel: channelId(channel),
    purpose,
    shown: Object.fromEntries(sections),
    conflicts: conflicts.map(([section, theirs, mine]) => ({ section, theirs, mine })),
    hasLessonsNext: next,
    panel,
  };
}

export function readSectionName(text: string): NarrativeSection | undefined {
  return Section.safeParse(text).data;
}
