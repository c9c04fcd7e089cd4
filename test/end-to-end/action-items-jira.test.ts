import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type Room, START } from '../support/open-room.ts';
import { type Jira, startJira } from '../support/trackers/start-jira.ts';
import { changesOf, keptItems, WEBHOOK_SECRET } from '../support/trackers/tracker-room.ts';

const TITLE = 'Size the pool';

/** Ben's item with its issue, OPS-1. */
async function openWithIssue(
  options: { readonly isWithoutDueDate?: boolean; readonly prepare?: (jira: Jira) => void } = {},
) {
  const ticking = { now: () => START };
  const jira = await startJira({ now: () => ticking.now() }, options);
  options.prepare?.(jira);
  const room = await openRoom({
    policy: {
      tracker: {
        format: 'jira',
        site: jira.address,
        project: 'OPS',
        issueType: 'Task',
        create: 'always',
        labels: ['faultline'],
      },
    },
    trackerSecrets: { user: 'ana@example.com', token: 'jira-token', webhookSecret: WEBHOOK_SECRET },
  });
  ticking.now = () => room.clock.now();
  const channel = await declare(room);
  await room.workspace.person('ana').types(`/incident action @ben prevent: ${TITLE} by 2024-05-10`, channel);
  await room.settle();
  return { room, jira, channel };
}

async function completes(room: Room): Promise<void> {
  const ben = room.workspace.person('ben');
  await ben.clicks('Done', ben.directMessages().at(-1) ?? expect.unreachable('Ben was told nothing'));
  await room.settle();
}

async function hears(room: Room, event: object): Promise<number> {
  const body = JSON.stringify({ timestamp: Date.parse(room.clock.now()), user: { displayName: 'Olga' }, ...event });
  const signature = createHmac('sha256', WEBHOOK_SECRET).update(body).digest('hex');
  const response = await fetch(`${room.bot.address}/hooks/tracker`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature': `sha256=${signature}` },
    body,
  });
  await room.settle();
  return response.status;
}

describe('an action item and its issue in Jira', () => {
  it('is made with its day, assignee, labels and description', async () => {
    const { jira, channel } = await openWithIssue();

    expect(jira.issues()).toMatchObject([
      {
        key: 'OPS-1',
        fields: { summary: TITLE, duedate: '2024-05-10', assignee: { accountId: '5b10-ben' }, labels: ['faultline'] },
      },
    ]);
    expect(JSON.stringify(jira.issues()[0]?.fields.description)).toContain('SEV3 INC-1: Booking is down');
    expect(channel.message(TITLE).visibleText()).toContain('OPS-1');
  });

  it('is made without a due date where the project’s form has none', async () => {
    const { jira } = await openWithIssue({ isWithoutDueDate: true });

    expect(jira.issues()).toHaveLength(1);
    expect(jira.issues()[0]?.fields.duedate).toBeUndefined();
  });

  it('is made once, though the answer was lost', async () => {
    const { room, jira, channel } = await openWithIssue({
      prepare: ({ troubles }) => troubles(/^POST .*issue$/u, 'lost'),
    });

    await room.pass(MINUTE);

    expect(jira.issues()).toHaveLength(1);
    expect(channel.message(TITLE).visibleText()).toContain('OPS-1');
  });

  it('is made when Jira takes calls again', async () => {
    const { room, jira } = await openWithIssue({
      prepare: ({ troubles }) =>
        troubles(/^POST .*issue$/u, { status: 429, headers: { 'retry-after': '120' } }, { status: 503 }),
    });
    await room.pass(MINUTE);
    expect(jira.issues()).toEqual([]);

    await room.pass(2 * MINUTE);
    await room.pass(3 * MINUTE);

    expect(jira.issues()).toHaveLength(1);
  });

  it('is closed when the item is done, by the transition that leads there', async () => {
    const { room, jira } = await openWithIssue();

    await completes(room);

    expect(jira.issues()).toMatchObject([{ status: 'Done' }]);
  });

  it('is done when the issue is moved to done there, and open when it comes back', async () => {
    const { room, jira } = await openWithIssue();
    await room.pass(MINUTE);

    const closed = jira.moves('OPS-1', 'Done');
    expect(await hears(room, { webhookEvent: 'jira:issue_updated', issue: closed })).toBe(200);
    expect(await keptItems(room)).toMatchObject([{ status: 'done' }]);
    expect((await changesOf(room)).at(-1)).toMatchObject({ reason: 'closed in Jira by Olga' });

    await room.pass(MINUTE);
    await hears(room, { webhookEvent: 'jira:issue_updated', issue: jira.moves('OPS-1', 'In Progress') });
    expect(await keptItems(room)).toMatchObject([{ status: 'open' }]);
    expect(jira.issues()).toMatchObject([{ status: 'In Progress' }]);
  });

  it('is given up when the issue is resolved so', async () => {
    const { room, jira } = await openWithIssue();

    await hears(room, { webhookEvent: 'jira:issue_updated', issue: jira.moves('OPS-1', "Won't Do") });

    expect(await keptItems(room)).toMatchObject([{ status: 'wont-do' }]);
  });

  it('hears of it by looking, where no word of it came', async () => {
    const { room, jira } = await openWithIssue();
    jira.moves('OPS-1', 'Done');

    // As a webhook is set up, which tells by itself, it looks once an hour.
    await room.pass(59 * MINUTE);
    expect(await keptItems(room)).toMatchObject([{ status: 'open' }]);
    await room.pass(MINUTE);

    expect(await keptItems(room)).toMatchObject([{ status: 'done' }]);
  });

  it('goes on without an issue that was deleted', async () => {
    const { room, jira, channel } = await openWithIssue();
    jira.deletes('OPS-1');

    await completes(room);

    expect(await keptItems(room)).toMatchObject([{ status: 'done', ticket_state: 'gone' }]);
    expect(channel.message(TITLE).visibleText()).toContain('~OPS-1~ (gone)');
  });
});
