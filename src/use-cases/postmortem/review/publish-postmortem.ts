import { type Obstacle, publish, type ReviewRefusal } from '../../../domain/postmortem/review/decide.ts';
import { accept, type Result, refuse } from '../../../domain/result.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../../change.ts';
import { enqueue } from '../../enqueue.ts';
import { findIncidentHere, type NoIncidentHere } from '../../incident/find-incident-here.ts';
import type { Ports } from '../../ports.ts';
import type { RequesterInChannel } from '../../request.ts';
import { checkAhead } from '../check-ahead.ts';
import { keepEntries } from './keep-entries.ts';
import { readReview } from './read-review.ts';
import { announcedIn, mustsOf, type ReadyToPublish } from './ready-to-publish.ts';

/** What is in the way comes with all that asking again takes. */
export type PublishRefusal =
  | AlreadyHandled
  | NoIncidentHere
  | Exclude<ReviewRefusal, { kind: 'in-the-way' }>
  | (ReadyToPublish & { readonly kind: 'in-the-way' });

export interface PublishPostmortem extends RequesterInChannel {
  /** Why, although something is in the way; empty where nobody said. */
  readonly override: string;
}

/** Calls a postmortem done: it is posted as such in its channel, and announced. Answers what was overridden. */
export async function publishPostmortem(
  ports: ChangePorts & Pick<Ports, 'policy'>,
  request: PublishPostmortem,
): Promise<Result<readonly Obstacle[], PublishRefusal>> {
  const checkedAt = ports.clock.now();
  const countMusts = await checkAhead(ports.database, request, (record) => mustsOf(record, checkedAt));
  return change<readonly Obstacle[], PublishRefusal>(ports, request, async (records, now) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const { review, version, record } = await readReview(records, incident);
    const { approvals } = ports.policy.postmortems;
    const { override } = request;
    const decided = publish(review, { status: incident.status, musts: countMusts(record), approvals, override });
    if (!decided.ok) {
      const { refusal } = decided;
      return refusal.kind === 'in-the-way'
        ? refuse({ ...refusal, announcedIn: announcedIn(incident, ports.policy) })
        : refuse(refusal);
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
