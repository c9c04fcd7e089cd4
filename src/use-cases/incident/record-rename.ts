import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { RequesterInChannel } from '../request.ts';
import { recordEvent } from '../timeline/record-event.ts';

/** The requester is the bot itself: the chat system does not tell who renamed a channel. */
export interface ChannelRenamed extends RequesterInChannel {
  readonly name: string;
  readonly at: Instant;
}

/** Notes that an incident's channel has another name, so that whoever reads of the old one later finds it. */
export async function recordRename(
  ports: ChangePorts,
  renamed: ChannelRenamed,
): Promise<Result<undefined, AlreadyHandled | { readonly kind: 'no-incident-here' }>> {
  return change<undefined, { readonly kind: 'no-incident-here' }>(ports, renamed, async (records, now) => {
    const incident = await records.incidents.findByChannel(renamed.teamId, renamed.channel);
    if (incident === undefined) {
      return refuse({ kind: 'no-incident-here' });
    }
    await recordEvent(ports, records, {
      incident,
      kind: 'renamed',
      text: `Channel renamed to #${renamed.name}`,
      at: renamed.at,
      now,
      saidBy: undefined,
      recordedBy: renamed.personId,
    });
    return accept(undefined);
  });
}
