import type { ActionItem } from '../action-items/action-item.ts';
import type { Escalation } from '../escalation/escalation.ts';
import type { ActionItemId, FileId, PersonId } from '../ids.ts';
import type { Incident } from '../incident/incident.ts';
import type { Person } from '../people/person.ts';
import type { RoleAssignment } from '../roles/role.ts';
import type { TimeZone } from '../time.ts';
import type { KeptImage } from '../timeline/event-file.ts';
import type { MilestoneEntry } from '../timeline/milestone.ts';
import type { TimelineEvent } from '../timeline/timeline-event.ts';
import type { Waiver } from './check/waiver.ts';
import type { NarrativeEntry } from './narrative.ts';
import type { ReviewEntry } from './review/review-entry.ts';

/** All that is known of one incident: what a postmortem is drafted from. */
export interface IncidentRecord {
  readonly incident: Incident;
  /** In order. */
  readonly events: readonly TimelineEvent[];
  /** What people said of the milestones, in the order in which they said it. */
  readonly milestones: readonly MilestoneEntry[];
  /** Oldest first. */
  readonly roles: readonly RoleAssignment[];
  readonly escalations: readonly Escalation[];
  readonly actionItems: readonly ActionItem[];
  /** Why items will not be done, of those that are given up. */
  readonly givenUp: ReadonlyMap<ActionItemId, string>;
  readonly narrative: readonly NarrativeEntry[];
  /** Those that nobody took back. */
  readonly waivers: readonly Waiver[];
  /** Oldest first. */
  readonly review: readonly ReviewEntry[];
  /** What its files show, of those that are kept and to be shown. */
  readonly images: ReadonlyMap<FileId, KeptImage>;
  /** Everybody whom the record names, as far as known. */
  readonly people: ReadonlyMap<PersonId, Person>;
  /** The zone that its times are told in: the declarer's. */
  readonly zone: TimeZone;
}
