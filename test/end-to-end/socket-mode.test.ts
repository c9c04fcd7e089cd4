import { expect, it } from 'vitest';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { openRoom } from '../support/open-room.ts';

it('lives through an incident over Socket Mode, with no address for Slack to call', async () => {
  const room = await openRoom({ mode: 'socket' });
  const channel = await declare(room);
  const ana = room.workspace.person('ana');

  const message = ana.says('The pool ran dry', channel);
  ana.reactsWith('bulb', message);
  await ana.types('/incident escalate @ben hurry', channel);
  await room.settle();
  await room.workspace.person('ben').clicks('I’m on it', channel.message('is called by'));
  await ana.types('/incident resolve', channel);
  const sent = await closes(ana, channel, { summary: 'It was the pool' });
  await room.settle();

  expect(sent.isClosed).toBe(true);
  expect(message.reactions.map(({ name }) => name)).toEqual(['bulb', 'memo']);
  const draft = channel
    .files()
    .find(({ name }) => name.endsWith('.md'))
    ?.content?.toString();
  expect(draft).toContain('The pool ran dry');
  expect(draft).toContain('It was the pool');
  expect((await fetch(`${room.bot.address}/healthz`)).status).toBe(200);
  expect((await fetch(`${room.bot.address}/slack/events`, { method: 'POST' })).status).toBe(404);
});
