import { expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import { postgres } from '../support/engines.ts';
import { makesItem } from '../support/trackers/ticket-room.ts';
import {
  changesOf,
  hearsFromGithub,
  keptItems,
  openGithubRoom,
  WEBHOOK_SECRET,
} from '../support/trackers/tracker-room.ts';

const LOOKS = /^\/repos\/acme\/infra\/issues\?/u;

const CLOSED = { state: 'closed', state_reason: 'completed' } as const;

async function openReplicas(webhookSecret?: string) {
  const opened = await openGithubRoom({ engine: postgres, create: 'always', trackerSecrets: { webhookSecret } });
  const other = await opened.room.addReplica();
  await makesItem(opened);
  await opened.room.settle();
  const closings = async () => (await changesOf(opened.room)).map(({ reason }) => reason);
  return { ...opened, other, closings };
}

it('two replicas look in the tracker once every five minutes between them, and carry a closing over once', async () => {
  const { room, github, closings } = await openReplicas();
  const looks = () => github.delivered.filter(({ method, path }) => method === 'GET' && LOOKS.test(path)).length;
  const before = looks();
  github.changes(1, CLOSED);

  for (let passed = 0; passed < HOUR; passed += 5 * MINUTE) {
    await room.pass(5 * MINUTE);
  }

  expect(looks() - before).toBe(12);
  expect(await keptItems(room)).toMatchObject([{ status: 'done' }]);
  expect(await closings()).toEqual(['closed in GitHub']);
});

it('two replicas that are told of a closing at once, while one looks, carry it over once', async () => {
  const { room, github, other, closings } = await openReplicas(WEBHOOK_SECRET);
  const issue = github.changes(1, CLOSED);
  room.clock.advance(HOUR);

  const told = await Promise.all(
    [room.bot, other, room.bot, other].map((bot) => hearsFromGithub({ ...room, bot }, { action: 'closed', issue })),
  );
  await room.settle();

  expect(told).toEqual([200, 200, 200, 200]);
  expect(await keptItems(room)).toMatchObject([{ status: 'done' }]);
  expect(await closings()).toHaveLength(1);
  expect(github.issues()).toMatchObject([CLOSED]);
});
