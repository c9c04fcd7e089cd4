import type { Incident } from '../../domain/incident/incident.ts';
import type { TranscriptPolicy } from '../../domain/policy.ts';
import { addMilliseconds, DAY, type Instant } from '../../domain/time.ts';
import type { SaidMessage } from '../directory.ts';
import { enqueue } from '../enqueue.ts';
import type { Records } from '../ports.ts';
import { sourceOf, wordsOf } from '../timeline/message-words.ts';

export interface Said {
  readonly incident: Incident;
  readonly said: SaidMessage;
  readonly now: Instant;
}

/**
 * Keeps what was said or what it was edited to, in the caller's transaction and without asking the chat system: names
 * that are not known here are looked up afterwards, as work. Once the policy keeps nothing more, or the time is over,
 * what was kept still follows its message.
 */
export async function keepSaid(
  records: Records,
  policy: TranscriptPolicy,
  { incident, said, now }: Said,
): Promise<void> {
  const { channel } = incident;
  if (channel === undefined) {
    return;
  }
  const message = { channel, key: said.key };
  const earlier = await records.transcript.find(incident.id, message);
  if (earlier === undefined && !isKept(policy, incident, now)) {
    return;
  }
  const names = await records.people.find(incident.teamId, said.mentions);
  const { thread, saidBy, appName, at, editedAt, version } = said;
  const source = sourceOf(said);
  await records.transcript.keep({
    incidentId: incident.id,
    message,
    thread,
    saidBy,
    appName,
    at,
    text: wordsOf({ ...said, text: said.textWith(names) }),
    source,
    editedAt,
    deletedAt: undefined,
    version,
  });
  const isNameless = said.hasNamelessToken || said.mentions.some((person) => !names.has(person));
  if (isNameless && earlier?.source !== source) {
    const { key } = message;
    // A lane of its own: no call must wait for names that nobody reads before the draft.
    await enqueue(records, `transcript:${incident.id}`, now, {
      kind: 'name-transcript',
      incidentId: incident.id,
      channel,
      message: key,
    });
  }
}

function isKept({ isKept: isOn, retentionDays }: TranscriptPolicy, { closedAt }: Incident, now: Instant): boolean {
  return isOn && (closedAt === undefined || addMilliseconds(closedAt, retentionDays * DAY) > now);
}
