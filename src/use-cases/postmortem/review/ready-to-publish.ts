import type { Incident } from '../../../domain/incident/incident.ts';
import type { Policy } from '../../../domain/policy.ts';
import { checkRecord } from '../../../domain/postmortem/check/check-record.ts';
import { countMusts } from '../../../domain/postmortem/check/finding.ts';
import { draftPostmortem } from '../../../domain/postmortem/draft-postmortem.ts';
import type { IncidentRecord } from '../../../domain/postmortem/record.ts';
import type { Obstacle } from '../../../domain/postmortem/review/decide.ts';
import type { Instant } from '../../../domain/time.ts';

export interface ReadyToPublish {
  readonly obstacles: readonly Obstacle[];
  /** A channel's name or id. */
  readonly announcedIn: string | undefined;
}

/** A private incident's is announced nowhere. */
export function announcedIn(incident: Incident, policy: Policy): string | undefined {
  return incident.isPrivate ? undefined : (policy.postmortems.announceIn ?? policy.announcementChannel);
}

/** How much of what the check says must be mended before others read it. */
export function mustsOf(record: IncidentRecord, now: Instant): number {
  return countMusts(checkRecord(record, draftPostmortem(record), now));
}
