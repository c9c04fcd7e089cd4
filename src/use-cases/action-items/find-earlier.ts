import type { ChannelId, MessageRef, PersonId } from '../../domain/ids.ts';
import { attempt } from '../attempt.ts';
import type { Ports } from '../ports.ts';
import type { ClaimedWork } from '../work.ts';

export interface Readers {
  readonly personId: PersonId | undefined;
  /** Where no one person reads it. */
  readonly channel: ChannelId | undefined;
}

/** What an attempt sent that broke off; what it told of may have moved on by now. */
export async function findEarlier(
  { actionItemMessenger }: Pick<Ports, 'actionItemMessenger'>,
  { personId, channel }: Readers,
  claimed: ClaimedWork,
): Promise<MessageRef | undefined> {
  if (claimed.attempts === 0) {
    return undefined;
  }
  return personId === undefined
    ? channel && actionItemMessenger.findInChannel(channel, attempt(claimed))
    : (await actionItemMessenger.findReminder(personId, attempt(claimed)))?.message;
}
