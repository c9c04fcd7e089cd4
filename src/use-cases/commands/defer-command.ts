import { accept } from '../../domain/result.ts';
import { type ChangePorts, change } from '../change.ts';
import type { TypedCommand } from '../conversation.ts';

/**
 * Keeps a command whose people are not all known yet, so that it can be acknowledged at once; the worker looks them
 * up and runs it. A command must not wait for the chat system's servers, nor be lost while they fail.
 */
export async function deferCommand(ports: ChangePorts, command: TypedCommand): Promise<void> {
  const key = { ...command, deliveryKey: `deferred:${command.deliveryKey}` };
  await change(ports, key, async (records, now) => {
    await records.work.add({
      work: { kind: 'run-command', command },
      lane: `command:${command.personId}`,
      runAt: now,
      dedupeKey: undefined,
    });
    return accept(undefined);
  });
}
