import type { ChannelId, IncidentId } from '../../domain/ids.ts';
import { fileId, messageKey } from '../../domain/ids.ts';
import { incidentName } from '../../domain/incident/incident.ts';
import type { PostmortemCopy } from '../../domain/postmortem/copy.ts';
import { accept } from '../../domain/result.ts';
import { attempt } from '../attempt.ts';
import { readIncident } from '../incident/deliver-incident.ts';
import type { Attempt } from '../messenger.ts';
import { knowPeople } from '../people/know-people.ts';
import type { Ports } from '../ports.ts';
import type { ShownDraft } from '../postmortem-board.ts';
import type { ClaimedWork } from '../work.ts';
import { FOLDER_LANE, laneOfCopy } from './ask-to-keep-in-step.ts';
import { readDraft } from './read-draft.ts';

type CopyPorts = Pick<Ports, 'clock' | 'database' | 'directory' | 'board' | 'folder' | 'hash'>;

interface Showing {
  readonly channel: ChannelId;
  readonly shown: ShownDraft;
  readonly parts: readonly string[];
  readonly digest: string;
  readonly attempt: Attempt;
}

/** Shows the postmortem as it is now in its channel: in a canvas, else in a pinned message. */
export async function keepPostmortem(ports: CopyPorts, id: IncidentId, claimed: ClaimedWork): Promise<void> {
  const { records } = ports.database;
  // Where a later one waits, that shows all.
  if (await records.work.isWaiting(laneOfCopy(id), 'keep-postmortem')) {
    return;
  }
  await askForFolder(ports, id, claimed);
  const incident = await readIncident(ports, id);
  const copy = await records.copies.find(id);
  const { channel } = incident;
  if (channel === undefined || copy?.kind === 'deleted' || (copy === undefined && incident.status !== 'closed')) {
    return;
  }
  const shown = await readDraft(ports, incident, (ids) => knowPeople(ports, incident.teamId, ids));
  const parts = ports.board.drawCanvas(shown);
  const digest = ports.hash(parts.join('\n'));
  if (copy?.digest !== digest) {
    await show(ports, { channel, shown, parts, digest, attempt: attempt(claimed) }, copy);
  }
}

/** Once, however often this is tried. */
async function askForFolder({ database, clock, folder }: CopyPorts, id: IncidentId, claimed: ClaimedWork) {
  if (folder === undefined) {
    return;
  }
  await database.transaction(async ({ work }) => {
    await work.add({
      work: { kind: 'keep-in-folder', incidentId: id },
      lane: FOLDER_LANE,
      runAt: clock.now(),
      dedupeKey: `keep-in-folder:${claimed.id}`,
    });
    return accept(undefined);
  });
}

async function show(ports: CopyPorts, showing: Showing, copy: PostmortemCopy | undefined): Promise<void> {
  if (copy?.kind === 'post') {
    await refreshPost(ports, showing, copy);
    return;
  }
  const canvas = copy ?? (await makeCanvas(ports, showing));
  if (canvas === undefined) {
    await makePost(ports, showing);
    return;
  }
  const outcome = await ports.board.writeCanvas(fileId(canvas.reference), showing.parts);
  if (outcome === 'impossible') {
    await makePost(ports, showing);
  } else {
    await save(ports, {
      ...canvas,
      kind: outcome === 'deleted' ? 'deleted' : 'canvas',
      digest: showing.digest,
    });
  }
}

/** Known before anything is written to it, so that it is never made twice. */
async function makeCanvas(
  ports: CopyPorts,
  { channel, shown: { incident }, attempt: tried }: Showing,
): Promise<PostmortemCopy | undefined> {
  const canvas = await ports.board.createCanvas(channel, `${incidentName(incident)} postmortem`, tried);
  if (canvas === undefined) {
    return undefined;
  }
  const copy: PostmortemCopy = { incidentId: incident.id, kind: 'canvas', reference: canvas, digest: '' };
  await save(ports, copy);
  return copy;
}

async function makePost(ports: CopyPorts, { channel, shown, digest, attempt: tried }: Showing): Promise<void> {
  const post = await ports.board.post(channel, shown, tried);
  await ports.board.pin(post);
  await save(ports, { incidentId: shown.incident.id, kind: 'post', reference: post.key, digest });
}

async function refreshPost(ports: CopyPorts, { channel, shown, digest }: Showing, copy: PostmortemCopy) {
  const isThere = await ports.board.refreshPost({ channel, key: messageKey(copy.reference) }, shown);
  await save(ports, { ...copy, kind: isThere ? 'post' : 'deleted', digest });
}

async function save({ database }: CopyPorts, copy: PostmortemCopy): Promise<void> {
  await database.transaction(async ({ copies }) => {
    await copies.save(copy);
    return accept(undefined);
  });
}
