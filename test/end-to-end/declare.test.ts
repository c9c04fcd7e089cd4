import { expect, it } from 'vitest';
import { openRoom } from '../support/open-room.ts';

it('opens an incident', async () => {
  const room = await openRoom();
  const ana = room.workspace.person('ana');
  const answer = await ana.types('/incident start Booking is down', 'general');
  await room.settle();
  console.log(answer.status, answer.failed, answer.text);
  for (const channel of room.workspace.channels()) {
    console.log(`#${channel.name} [${channel.topic}] ${channel.members()} pins ${channel.pins().length}`);
    for (const message of channel.messages()) console.log(`  ${message.author}: ${message.visibleText()}`);
  }
  console.log(room.workspace.record.calls.map(({ method, error }) => `${method} ${error ?? ''}`).join('\n'));
  expect(answer.failed).toBeUndefined();
});
