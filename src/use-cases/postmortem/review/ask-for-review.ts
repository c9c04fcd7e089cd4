import type { PersonId } from '../../../domain/ids.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { PersonRefusal } from '../../../domain/people/person.ts';
import { askForReview as decide, type ReviewRefusal } from '../../../domain/postmortem/review/decide.ts';
import { accept, type Result, refuse } from '../../../domain/result.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../../change.ts';
import { enqueue } from '../../enqueue.ts';
import { findIncidentHere, type NoIncidentHere } from '../../incident/find-incident-here.ts';
import { checkParty } from '../../people/check-party.ts';
import { maySee } from '../../people/may-see.ts';
import type { Records } from '../../ports.ts';
import type { RequesterInChannel } from '../../request.ts';
import { keepEntries } from './keep-entries.ts';
import { readReview } from './read-review.ts';

export interface AskForReview extends RequesterInChannel {
  readonly reviewers: readonly PersonId[];
  readonly words: string;
}

export type AskForReviewRefusal =
  | AlreadyHandled
  | NoIncidentHere
  | ReviewRefusal
  | PersonRefusal
  | { readonly kind: 'reviewer-not-in-private-incident'; readonly name: string };

/** Asks people to read a postmortem before others do. Whoever was asked before is asked anew. */
export async function askForReview(
  ports: ChangePorts,
  request: AskForReview,
): Promise<Result<readonly PersonId[], AskForReviewRefusal>> {
  return change<readonly PersonId[], AskForReviewRefusal>(ports, request, async (records, now) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const incident = found.value;
    const { review, version } = await readReview(records, incident);
    const { personId: by, words } = request;
    const asked = decide(review, { status: incident.status, by, reviewers: request.reviewers });
    if (!asked.ok) {
      return asked;
    }
    const able = await checkReviewers(records, incident, asked.value);
    if (!able.ok) {
      return able;
    }
    const entries = await keepEntries(ports, records, {
      ...{ incident, kind: 'asked', by, now, words, version, reviewers: asked.value },
      ...{ action: 'ask-for-review', details: { reviewers: asked.value.join(' ') } },
    });
    for (const { id } of entries) {
      await enqueue(records, `tell-reviewer:${id}`, now, { kind: 'tell-reviewer', reviewEntryId: id });
    }
    return asked;
  });
}

async function checkReviewers(
  records: Records,
  incident: Incident,
  reviewers: readonly PersonId[],
): Promise<Result<undefined, AskForReviewRefusal>> {
  for (const person of reviewers) {
    const party = await checkParty(records, incident.teamId, { kind: 'person', id: person });
    if (!party.ok) {
      return party;
    }
    if (!(await maySee(records, incident, person))) {
      const name = (await records.people.find(incident.teamId, [person])).get(person)?.name ?? 'somebody';
      return refuse({ kind: 'reviewer-not-in-private-incident', name });
    }
  }
  return accept(undefined);
}
