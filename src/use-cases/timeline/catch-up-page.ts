import type { MessageKey, MessageRef } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Policy } from '../../domain/policy.ts';
import { accept } from '../../domain/result.ts';
import { addMilliseconds, type Instant, MINUTE } from '../../domain/time.ts';
import { changedAtOf } from '../../domain/timeline/changed-at.ts';
import { followMessage } from '../../domain/timeline/follow-message.ts';
import { reactionName } from '../../domain/timeline/reaction-name.ts';
import { reconcileTags } from '../../domain/timeline/reconcile-tags.ts';
import { type Tag, taggingOf } from '../../domain/timeline/tagging.ts';
import { isSameEvent, type TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import type { TranscriptHead } from '../../domain/transcript/transcript-message.ts';
import { hearMissedReactions } from '../action-items/hear-missed-reactions.ts';
import { askForItem } from '../action-items/item-of-message.ts';
import type { ChangePorts } from '../change.ts';
import type { HistoryMessage, HistoryPage } from '../directory.ts';
import type { Ports, Records } from '../ports.ts';
import { catchUpTranscript } from '../transcript/catch-up-transcript.ts';
import type { ClaimedWork } from '../work.ts';
import { askToCatchUp, catchUpLane } from './catch-up.ts';
import { sourceOf } from './message-words.ts';
import { nextPage, type PageWork, stretchOf, unmetAfter } from './next-page.ts';
import { readAllReactions } from './read-all-reactions.ts';
import { askToSync } from './sync-message.ts';

/** So far may the history be behind what we heard already, and the clocks be apart. */
const LAG = MINUTE;

/**
 * Reads one page of an incident's channel, or of a thread in it, makes the tags agree with the reactions that stand,
 * and asks to look at each message of which the timeline says something else. Repeating it changes nothing.
 */
export async function catchUpPage(
  ports: ChangePorts & Pick<Ports, 'directory' | 'policy'>,
  work: PageWork,
  claimed: ClaimedWork,
): Promise<void> {
  const { records } = ports.database;
  const incident = await records.incidents.find(work.incidentId);
  if (incident?.channel === undefined) {
    return;
  }
  const { channel } = incident;
  const readAt = ports.clock.now();
  // Before the page is read: what is heard from here on is newer than the page.
  const known = await records.tags.listAll(incident.id);
  const kept = await records.transcript.listHeads(incident.id);
  const page = await ports.directory.readHistory({ ...work, channel, since: incident.declaredAt });
  if (page === undefined && work.thread === undefined) {
    return;
  }
  const messages = await readAllReactions(ports, channel, page?.messages ?? []);
  await hearMissedReactions(ports, { ...incident, channel }, messages);
  await ports.database.transaction(async (changed) => {
    const now = ports.clock.now();
    const asOf = changedAtOf(addMilliseconds(readAt, -LAG));
    const reading = {
      incident,
      known,
      asOf,
      now,
      kindOf: (name: string) => ports.policy.reactions[name],
      hashOf: ports.hash,
    };
    let isCertain = true;
    const timeline = await changed.timeline.list(incident.id);
    for (const message of messages.filter(({ isDeleted }) => !isDeleted)) {
      const ref = { channel, key: message.key };
      const event = timeline.find((each) => each.message?.channel === channel && each.message.key === message.key);
      isCertain = (await reconcile(changed, { ...reading, ref, message, event })) && isCertain;
      await askForItemOf(changed, ports.policy.actionItems, { incident, ref, message, now });
    }
    const stretch = stretchOf(work, page);
    const read = { incident, kept, messages, stretch, asOf, now };
    isCertain = (await catchUpTranscript(changed, ports.policy.transcript, read)) && isCertain;
    if (!isCertain) {
      await askToCatchUp(changed, incident, addMilliseconds(now, 2 * LAG));
    }
    await goOn(changed, { incident, work, page, kept, now, claimed });
    return accept(undefined);
  });
  ports.wake();
}

interface Reconciliation {
  readonly incident: Incident;
  readonly ref: MessageRef;
  readonly message: HistoryMessage;
  readonly event: TimelineEvent | undefined;
  readonly known: readonly Tag[];
  readonly asOf: string;
  readonly now: Instant;
  readonly kindOf: Parameters<typeof reconcileTags>[0]['kindOf'];
  readonly hashOf: Ports['hash'];
}

/** False where it is too early to say whether a tag still stands. */
async function reconcile(records: Records, reading: Reconciliation): Promise<boolean> {
  const { incident, ref, message, event, kindOf, asOf, now } = reading;
  const known = reading.known.filter((tag) => tag.message.channel === ref.channel && tag.message.key === ref.key);
  const asRead = { message: ref, known, standing: message.reactions, kindOf };
  const changes = reconcileTags({ ...asRead, asOf });
  for (const tag of changes) {
    await records.tags.set(incident.id, tag);
  }
  const tags = [...known.filter((tag) => !changes.some((change) => isSameTag(tag, change))), ...changes];
  if (!isAsTheTimelineSays(event, { tags, hash: reading.hashOf(sourceOf(message)), now })) {
    const askedBy =
      changes.at(-1)?.by ?? event?.recordedBy ?? tags.find(({ isSet }) => isSet)?.by ?? incident.declaredBy;
    await askToSync(
      records,
      { incidentId: incident.id, message: ref, askedBy, at: undefined, isCut: false, lane: catchUpLane(incident.id) },
      now,
    );
  }
  return reconcileTags({ ...asRead, asOf: changedAtOf(addMilliseconds(now, LAG)) }).length === changes.length;
}

/** Where it was made before, nothing comes of asking again. */
async function askForItemOf(
  records: Records,
  { reaction }: Policy['actionItems'],
  { incident, ref, message, now }: Pick<Reconciliation, 'incident' | 'ref' | 'message' | 'now'>,
): Promise<void> {
  const [askedBy] = message.reactions.find(({ name }) => reactionName(name) === reaction)?.by ?? [];
  if (askedBy !== undefined) {
    await askForItem(records, { incidentId: incident.id, message: ref, askedBy, now });
  }
}

function isSameTag(a: Tag, b: Tag): boolean {
  return a.by === b.by && a.reaction === b.reaction;
}

function isAsTheTimelineSays(
  event: TimelineEvent | undefined,
  { tags, hash, now }: { readonly tags: readonly Tag[]; readonly hash: string; readonly now: Instant },
): boolean {
  const tagging = taggingOf(tags);
  if (event === undefined) {
    return tagging === undefined || tagging.by.length === 0;
  }
  // A message with the same hash says the same; what else it would say does not matter.
  const message = { text: '', mentions: event.mentions, files: event.files, hash };
  const followed = followMessage(event, { tagging, message }, now);
  return isSameEvent(followed.event, event);
}

interface Progress {
  readonly incident: Incident;
  readonly work: PageWork;
  readonly page: HistoryPage | undefined;
  readonly kept: readonly TranscriptHead[];
  readonly now: Instant;
  readonly claimed: ClaimedWork;
}

/** Asks for the next page, of the channel first and then of each thread; at the end, to look for what was nowhere. */
async function goOn(records: Records, { incident, work, page, kept, now, claimed }: Progress): Promise<void> {
  const unmet = unmetAfter(work, page);
  const next = nextPage({ ...work, unmet }, page, kept);
  if (next === undefined) {
    for (const key of unmet) {
      await askAboutUnmet(records, incident, { key, now });
    }
    return;
  }
  await records.work.add({
    work: next,
    lane: catchUpLane(incident.id),
    runAt: claimed.runAt,
    dedupeKey: `catch-up-page:after:${claimed.id}`,
  });
}

async function askAboutUnmet(
  records: Records,
  incident: Incident,
  { key, now }: { readonly key: MessageKey; readonly now: Instant },
): Promise<void> {
  const message = incident.channel && { channel: incident.channel, key };
  const event = message && (await records.timeline.findByMessage(incident.id, message));
  if (event?.message !== undefined) {
    const request = {
      incidentId: incident.id,
      message: event.message,
      askedBy: event.recordedBy,
      at: undefined,
      isCut: false,
      // Hundreds of them must not stand before a call.
      lane: catchUpLane(incident.id),
    };
    await askToSync(records, request, now);
  }
}
