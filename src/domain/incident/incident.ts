// Words used everywhere, one each:
//   incident         something that hurts users now; has a number (INC-42), a title, a severity, a status, a channel
//   severity         how bad it is: SEV1 is worst; the policy lists them
//   role             what one person is responsible for while it lasts: commander, scribe, …; the policy lists them
//   status           investigating → identified → monitoring → resolved → closed; or canceled, where it was none
//   timeline event   something that happened at an instant
//   tag              that somebody put a message on the timeline, mostly by a reaction
//   milestone        when the impact started, was detected, answered, mitigated, resolved: as people say it
//   mitigation       what eased it and stands until somebody says that it was reverted or stays
//   transcript       what was said in the channel, where the policy keeps it
//   status update    what stakeholders are told, and when they hear next
//   escalation       a call for more people, open until somebody acknowledges it
//   action item      follow-up work for after the incident, with an owner and a due date
//   postmortem       facts from the record and narrative from people
//   review           how a postmortem gets to its readers: draft → in review → published
//   work             something the bot must do after a commit, now or later
import type { ChannelId, IncidentId, MessageRef, PersonId, TeamId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Status } from './status.ts';

export interface Incident {
  readonly id: IncidentId;
  readonly teamId: TeamId;
  /** Counts up within a workspace, from 1; people say INC-42. */
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  /** A name from the policy's list, `SEV2`. */
  readonly severity: string;
  readonly status: Status;
  /** Invisible to whoever is not in its channel. */
  readonly isPrivate: boolean;
  /** An exercise: it goes as the real thing does, its calls too, and counts in no statistics. */
  readonly isDrill: boolean;
  readonly declaredBy: PersonId;
  readonly declaredAt: Instant;
  /** When somebody said that users had stopped hurting; the milestone may be corrected to when they did. */
  readonly resolvedAt: Instant | undefined;
  /** When it was closed or canceled. */
  readonly closedAt: Instant | undefined;
  /** Missing until the channel is open. */
  readonly channel: ChannelId | undefined;
  /** The pinned card in the channel. */
  readonly card: MessageRef | undefined;
  readonly announcement: MessageRef | undefined;
  /** Counts writes; a write that read an older version is refused and tried again. */
  readonly version: number;
}

/** What people call it: `INC-42`. */
export function incidentName(incident: { readonly number: number }): string {
  return `INC-${incident.number}`;
}
