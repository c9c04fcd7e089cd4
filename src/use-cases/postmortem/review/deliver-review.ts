import type { ReviewEntryId } from '../../../domain/ids.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { canBeReached } from '../../../domain/people/person.ts';
import { draftPostmortem } from '../../../domain/postmortem/draft-postmortem.ts';
import type { ReviewEntry } from '../../../domain/postmortem/review/review-entry.ts';
import { accept } from '../../../domain/result.ts';
import { attempt } from '../../attempt.ts';
import { readIncident } from '../../incident/deliver-incident.ts';
import { knowPeople } from '../../people/know-people.ts';
import { maySee } from '../../people/may-see.ts';
import { DeliveryError, type Ports } from '../../ports.ts';
import type { ClaimedWork } from '../../work.ts';
import { readRecord } from '../read-record.ts';
import { type ReviewedRecord, reviewOfRecord } from './read-review.ts';
import { announcedIn } from './ready-to-publish.ts';

type DeliveryPorts = Pick<Ports, 'database' | 'directory' | 'reviewMessenger' | 'policy'>;

/** Sends somebody the postmortem to read, unless it was published, or they answered, or were asked again since. */
export async function tellReviewer(ports: DeliveryPorts, id: ReviewEntryId, claimed: ClaimedWork): Promise<void> {
  const { entry, incident, review, record, version } = await readStep(ports, id);
  const reviewer = review.reviewers.find(({ asked }) => asked.id === id);
  if (reviewer === undefined || reviewer.answer !== undefined || review.state === 'published') {
    return;
  }
  const person = (await knowPeople(ports, incident.teamId, [reviewer.person])).get(reviewer.person);
  if (person === undefined || !canBeReached(person)) {
    throw new DeliveryError({ sort: 'never', reason: 'reviewer_cannot_be_reached' });
  }
  if (!(await maySee(ports.database.records, incident, person.id))) {
    throw new DeliveryError({ sort: 'never', reason: 'reviewer_left_private_incident' });
  }
  const asked = { incident, entry, version, postmortem: draftPostmortem(record) };
  await ports.reviewMessenger.askReviewer(person.id, asked, attempt(claimed));
}

/** Tells the incident's channel of a step. */
export async function postReviewLine(ports: DeliveryPorts, id: ReviewEntryId, claimed: ClaimedWork): Promise<void> {
  const { entry, incident, record } = await readStep(ports, id);
  if (incident.channel !== undefined) {
    const together = record.review.filter(
      ({ kind, by, at }) => kind === entry.kind && by === entry.by && at === entry.at,
    );
    const reviewers = together.flatMap(({ reviewer }) => reviewer ?? []);
    await ports.reviewMessenger.postReviewLine(incident.channel, { incident, entry, reviewers }, attempt(claimed));
  }
}

/** Tells the policy's channel, unless it was taken back meanwhile. */
export async function announcePostmortem(ports: DeliveryPorts, id: ReviewEntryId, claimed: ClaimedWork): Promise<void> {
  const { entry, incident, review, record } = await readStep(ports, id);
  const channel = announcedIn(incident, ports.policy);
  if (channel === undefined || review.published?.id !== id || entry.announcement !== undefined) {
    return;
  }
  const published = { incident, entry, postmortem: draftPostmortem(record) };
  const announcement = await ports.reviewMessenger.announcePostmortem(channel, published, attempt(claimed));
  await ports.database.transaction(async ({ reviews }) => accept(await reviews.keepAnnouncement(id, announcement)));
}

export async function withdrawAnnouncement(ports: DeliveryPorts, id: ReviewEntryId): Promise<void> {
  const { entry, incident } = await readStep(ports, id);
  if (entry.announcement !== undefined) {
    await ports.reviewMessenger.withdrawAnnouncement(entry.announcement, incident);
  }
}

interface Step extends ReviewedRecord {
  readonly entry: ReviewEntry;
  readonly incident: Incident;
}

async function readStep(ports: DeliveryPorts, id: ReviewEntryId): Promise<Step> {
  const { records } = ports.database;
  const entry = await records.reviews.find(id);
  if (entry === undefined) {
    throw new Error(`no review entry ${id}`);
  }
  const incident = await readIncident(ports, entry.incidentId);
  const record = await readRecord(records, incident, (ids) => knowPeople(ports, incident.teamId, ids));
  return { entry, incident, ...reviewOfRecord(record) };
}
