import type { Received, ReceivingBot } from './cli/receive.ts';
import { type Composition, compose } from './compose.ts';
import { createSystem } from './system/create-system.ts';

/** The bot as it serves in production, except that it listens to nothing. */
export async function openReceivingBot(
  composition: Omit<Composition, 'system' | 'onSlackCall'>,
): Promise<ReceivingBot> {
  let calls: Received['calls'] = [];
  const onSlackCall = (method: string, outcome: string) => {
    calls = [...calls, { method, outcome }];
  };
  const bot = await compose({ ...composition, system: createSystem(), onSlackCall });

  async function receive(body: Readonly<Record<string, unknown>>): Promise<Received> {
    await bot.work();
    // What a start does, and what was due before, is none of the request's doing.
    await bot.idle();
    calls = [];
    const outcome = await bot.receive(body);
    await bot.idle();
    return { ...outcome, calls };
  }

  return { teamId: bot.teamId, receive, stop: () => bot.stop() };
}
