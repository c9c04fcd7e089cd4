import { MINUTE } from '../../src/domain/time.ts';
import type { Room } from './open-room.ts';

/** Nobody hears of it: the process is down, and every repeat that Slack sends has come by the time it is up again. */
export async function whileDown(room: Room, happens: () => void): Promise<void> {
  await room.settle();
  await room.bot.stop();
  happens();
  for (let minute = 0; minute < 10; minute++) {
    await room.workspace.settled();
    room.clock.advance(MINUTE);
  }
  await room.workspace.settled();
  await room.restart();
  await room.settle();
}
