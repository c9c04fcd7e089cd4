import type { MessageRef } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { SpokenKind } from '../../domain/timeline/timeline-event.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { Ports } from '../ports.ts';
import type { Requester } from '../request.ts';

export interface TagMessage extends Requester {
  readonly message: MessageRef;
  /** The emoji's name, `pushpin`, with or without a skin tone. */
  readonly reaction: string;
}

export type TagMessageRefusal =
  | AlreadyHandled
  | { readonly kind: 'no-incident-here' }
  | { readonly kind: 'reaction-without-meaning'; readonly reaction: string };

/** A reaction on a message of an incident's channel makes it a timeline event; the message is read by the worker. */
export async function tagMessage(
  ports: ChangePorts & Pick<Ports, 'policy'>,
  request: TagMessage,
): Promise<Result<SpokenKind, TagMessageRefusal>> {
  const eventKind = ports.policy.reactions[withoutSkinTone(request.reaction)];
  if (eventKind === undefined) {
    return refuse({ kind: 'reaction-without-meaning', reaction: request.reaction });
  }

  return change<SpokenKind, TagMessageRefusal>(ports, request, async (records, now) => {
    const { channel, key } = request.message;
    const incident = await records.incidents.findByChannel(request.teamId, channel);
    if (incident === undefined) {
      return refuse({ kind: 'no-incident-here' });
    }
    const incidentId = incident.id;
    await records.work.add({
      work: {
        kind: 'record-tagged-message',
        incidentId,
        channel,
        message: key,
        eventKind,
        at: undefined,
        taggedBy: request.personId,
      },
      lane: incidentId,
      runAt: now,
      dedupeKey: undefined,
    });
    return accept(eventKind);
  });
}

/** Slack writes 📌 with a skin tone as `pushpin::skin-tone-3`. */
function withoutSkinTone(reaction: string): string {
  return reaction.split('::')[0] ?? reaction;
}
