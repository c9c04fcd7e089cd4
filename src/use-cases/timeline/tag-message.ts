import type { MessageRef } from '../../domain/ids.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { reactionName } from '../../domain/timeline/reaction-name.ts';
import type { SpokenKind } from '../../domain/timeline/timeline-event.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { Ports } from '../ports.ts';
import type { Requester } from '../request.ts';
import { askToSync } from './sync-message.ts';

export interface TagMessage extends Requester {
  readonly message: MessageRef;
  /** The emoji's name, `pushpin`, with or without a skin tone. */
  readonly reaction: string;
  /** False where it was taken back. */
  readonly isSet: boolean;
  /** When, as the chat system tells it. */
  readonly changedAt: string;
}

export type TagMessageRefusal =
  | AlreadyHandled
  | { readonly kind: 'no-incident-here' }
  | { readonly kind: 'reaction-without-meaning'; readonly reaction: string };

/**
 * A reaction on a message of an incident's channel makes it a timeline event, another one changes its kind, and without
 * the last one it is retracted. What comes of it the worker finds out, from all the tags and the message as they are then.
 */
export async function tagMessage(
  ports: ChangePorts & Pick<Ports, 'policy'>,
  request: TagMessage,
): Promise<Result<SpokenKind, TagMessageRefusal>> {
  const reaction = reactionName(request.reaction);
  const kind = ports.policy.reactions[reaction];
  if (kind === undefined) {
    return refuse({ kind: 'reaction-without-meaning', reaction });
  }

  return change<SpokenKind, TagMessageRefusal>(ports, request, async (records, now) => {
    const { message, personId, isSet, changedAt } = request;
    const incident = await records.incidents.findByChannel(request.teamId, message.channel);
    if (incident === undefined) {
      return refuse({ kind: 'no-incident-here' });
    }
    await records.tags.set(incident.id, { message, by: personId, reaction, kind, isSet, changedAt });
    await askToSync(records, { incidentId: incident.id, message, askedBy: personId, at: undefined, isCut: false }, now);
    return accept(kind);
  });
}
