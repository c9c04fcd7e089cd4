import type { Incident } from '../../../domain/incident/incident.ts';
import { type ReviewRefusal, takeBack } from '../../../domain/postmortem/review/decide.ts';
import { accept, type Result } from '../../../domain/result.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../../change.ts';
import { enqueue } from '../../enqueue.ts';
import { findIncidentHere, type NoIncidentHere } from '../../incident/find-incident-here.ts';
import type { RequesterInChannel } from '../../request.ts';
import { askToWithdraw } from './ask-to-withdraw.ts';
import { keepEntries } from './keep-entries.ts';
import { readReview } from './read-review.ts';

export type TakeBackPostmortemRefusal = AlreadyHandled | NoIncidentHere | ReviewRefusal;

/** A published postmortem is a draft again, to be reviewed anew; that it was published, and why no more, is kept. */
export async function takeBackPostmortem(
  ports: ChangePorts,
  request: RequesterInChannel & { readonly words: string },
): Promise<Result<Incident, TakeBackPostmortemRefusal>> {
  return change<Incident, TakeBackPostmortemRefusal>(ports, request, async (records, now) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const { review, version } = await readReview(records, incident);
    const { words, personId: by } = request;
    const decided = takeBack(review, { words });
    if (!decided.ok) {
      return decided;
    }
    await askToWithdraw(records, incident, now);
    await enqueue(records, incident.id, now, { kind: 'post-draft', incidentId: incident.id });
    await keepEntries(ports, records, {
      ...{ incident, kind: 'taken-back', by, now, words, version },
      ...{ action: 'take-back-postmortem', details: { version, reason: words } },
    });
    return accept(incident);
  });
}
