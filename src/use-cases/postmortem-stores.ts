import type { IncidentId, MessageRef, PersonId, ReviewEntryId, TeamId } from '../domain/ids.ts';
import type { Incident } from '../domain/incident/incident.ts';
import type { Waiver } from '../domain/postmortem/check/waiver.ts';
import type { PostmortemCopy } from '../domain/postmortem/copy.ts';
import type { NarrativeEntry, NarrativeSection, TypedPart, UnsavedWords } from '../domain/postmortem/narrative.ts';
import type { ReviewEntry } from '../domain/postmortem/review/review-entry.ts';
import type { Instant } from '../domain/time.ts';

export interface NarrativeStore {
  /** What holds: the newest entry of each section that was not set aside, in the order of the sections. */
  list(incident: IncidentId): Promise<readonly NarrativeEntry[]>;
  /** All of a section, the oldest first. */
  history(incident: IncidentId, section: NarrativeSection): Promise<readonly NarrativeEntry[]>;
  /** Adds the next version of its section and answers its number; earlier ones are kept. */
  add(incident: IncidentId, entry: NewNarrativeEntry): Promise<number>;
}

export interface NewNarrativeEntry extends Omit<NarrativeEntry, 'version' | 'restored'> {
  readonly restoredVersion: number | undefined;
}

/** What people type into forms, kept until they send it. */
export interface SavedWords extends Pick<UnsavedWords, 'section' | 'text'> {
  readonly at: Instant;
}

export interface UnsavedStore {
  /** In the order of the sections, the lines of new action items last. */
  list(incident: IncidentId, person: PersonId): Promise<readonly UnsavedWords[]>;
  /** Unless words typed later were kept, or saved. */
  keep(incident: IncidentId, person: PersonId, words: UnsavedWords): Promise<void>;
  /** They were given up then, by the clock that says when words are typed; what was typed later stays. */
  drop(incident: IncidentId, person: PersonId, section: TypedPart, at: Instant): Promise<void>;
  /**
   * They hold since then, by our own clock, which may be ahead of the one that says when words are typed: that is why it
   * never refuses what is yet to come.
   */
  dropSaved(incident: IncidentId, person: PersonId, saved: SavedWords): Promise<void>;
  /** What was typed before, and the memory of what was dropped before. */
  forgetBefore(at: Instant): Promise<void>;
}

/** What people said does not hold of a postmortem. */
export interface WaiverStore {
  /** Those that nobody took back, in the order in which they were given. */
  list(incident: IncidentId): Promise<readonly Waiver[]>;
  /** Takes the place of an earlier one of the same rule and place, which is kept. */
  add(incident: IncidentId, waiver: Waiver): Promise<void>;
  /** False where there is none. */
  takeBack(
    incident: IncidentId,
    waiver: Pick<Waiver, 'rule' | 'placeKey'>,
    takenBack: { readonly by: PersonId; readonly at: Instant },
  ): Promise<boolean>;
}

/** What was said and done on the way of postmortems to their readers. Nothing of it is ever removed. */
export interface ReviewStore {
  find(id: ReviewEntryId): Promise<ReviewEntry | undefined>;
  /** Oldest first. */
  list(incident: IncidentId): Promise<readonly ReviewEntry[]>;
  /** Of incidents of these severities that were resolved, those whose postmortem is not published; private ones too. */
  listUnpublished(team: TeamId, severities: readonly string[]): Promise<readonly Unpublished[]>;
  add(entry: ReviewEntry): Promise<void>;
  keepAnnouncement(id: ReviewEntryId, announcement: MessageRef): Promise<void>;
}

export type Unpublished = Pick<Incident, 'status' | 'severity' | 'resolvedAt' | 'isDrill'>;

/** The copies that the channels of incidents show of their postmortems. */
export interface CopyStore {
  find(incident: IncidentId): Promise<PostmortemCopy | undefined>;
  /** In the place of what was known of it. */
  save(copy: PostmortemCopy): Promise<void>;
}
