import { checkRecord } from '../../../domain/postmortem/check/check-record.ts';
import { countMusts } from '../../../domain/postmortem/check/finding.ts';
import { draftPostmortem } from '../../../domain/postmortem/draft-postmortem.ts';
import type { IncidentRecord } from '../../../domain/postmortem/record.ts';
import { type Obstacle, publish, type ReviewRefusal } from '../../../domain/postmortem/review/decide.ts';
import { accept, type Result } from '../../../domain/result.ts';
import type { Instant } from '../../../domain/time.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../../change.ts';
import { enqueue } from '../../enqueue.ts';
import { findIncidentHere, type NoIncidentHere } from '../../incident/find-incident-here.ts';
import type { Ports } from '../../ports.ts';
import type { RequesterInChannel } from '../../request.ts';
import { keepEntries } from './keep-entries.ts';
import { readReview } from './read-review.ts';

export type PublishRefusal = AlreadyHandled | NoIncidentHere | ReviewRefusal;

export interface PublishPostmortem extends RequesterInChannel {
  /** Why, although something is in the way; empty where nobody said. */
  readonly override: string;
}

/** Calls a postmortem done: it is posted as such in its channel, and announced. Answers what was overridden. */
export async function publishPostmortem(
  ports: ChangePorts & Pick<Ports, 'policy'>,
  request: PublishPostmortem,
): Promise<Result<readonly Obstacle[], PublishRefusal>> {
  return change<readonly Obstacle[], PublishRefusal>(ports, request, async (records, now) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const { review, version, record } = await readReview(records, incident);
    const { approvals } = ports.policy.postmortems;
    const { override } = request;
    const decided = publish(review, { status: incident.status, musts: mustsOf(record, now), approvals, override });
    if (!decided.ok) {
      return decided;
    }
    const { overridden } = decided.value;
    const words = overridden.length === 0 ? '' : override;
    await enqueue(records, incident.id, now, { kind: 'post-draft', incidentId: incident.id });
    const [{ id }] = await keepEntries(ports, records, {
      incident,
      kind: 'published',
      by: request.personId,
      now,
      words,
      version,
      action: 'publish-postmortem',
      details: { version, overridden: overridden.map(({ kind }) => kind).join(' ') || null, reason: words || null },
    });
    await enqueue(records, `announce-postmortem:${id}`, now, { kind: 'announce-postmortem', reviewEntryId: id });
    return accept(overridden);
  });
}

/** What the check says must be mended before others read it. */
export function mustsOf(record: IncidentRecord, now: Instant): number {
  return countMusts(checkRecord(record, draftPostmortem(record), now));
}
