import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Room } from '../support/open-room.ts';
import type { Github } from '../support/trackers/start-github.ts';
import {
  changesOf,
  hearsFromGithub,
  keptItems,
  openGithubRoom,
  WEBHOOK_SECRET,
} from '../support/trackers/tracker-room.ts';

const TITLE = 'Size the pool';
const ITEM = `/incident action @ben prevent: ${TITLE} by 2024-05-10`;

/** Ben's item with its issue, acme/infra#1. */
async function openWithIssue(options: Parameters<typeof openGithubRoom>[0] = {}) {
  const opened = await openGithubRoom({ create: 'always', ...options });
  await opened.room.workspace.person('ana').types(ITEM, opened.channel);
  await opened.room.settle();
  return opened;
}

/** Ben presses in what he was told of his item. */
async function completes(room: Room, channel: Channel): Promise<void> {
  const ben = room.workspace.person('ben');
  ben.joins(channel);
  await ben.clicks('Done', ben.directMessages().at(-1) ?? expect.unreachable('Ben was told nothing'));
  await room.settle();
}

function writes({ delivered }: Github): readonly string[] {
  return delivered.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
}

describe('an action item and its issue', () => {
  it('is made by the button, with what, why, when, whose and where', async () => {
    const { room, github, channel } = await openGithubRoom();
    const ana = room.workspace.person('ana');
    await ana.types(ITEM, channel);
    await room.settle();
    expect(github.issues()).toEqual([]);

    await ana.clicks('Create ticket', channel.message(TITLE));
    await room.settle();

    expect(github.issues()).toMatchObject([
      { title: TITLE, labels: [{ name: 'faultline' }], assignees: [{ login: 'octoben' }] },
    ]);
    const body = github.issues()[0]?.body ?? '';
    expect(body).toContain('- **Why:** SEV3 INC-1: Booking is down');
    expect(body).toContain('- **Due:** 2024-05-10');
    expect(body).toContain('- **Owner:** ben');
    expect(body).toMatch(/\[The channel of the incident, with its postmortem\]\(https:\/\/.*\/archives\/C/u);
    expect(channel.message(TITLE).visibleText()).toContain('acme/infra#1');
    expect(channel.message(TITLE).buttons()).toEqual([]);
  });

  it('is made of every new item where the policy says so', async () => {
    const { github, channel } = await openWithIssue();

    expect(github.issues()).toMatchObject([{ title: TITLE }]);
    expect(channel.message(TITLE).visibleText()).toContain('acme/infra#1');
  });

  it('is closed when the item is done, and tells nothing back', async () => {
    const { room, github, channel } = await openWithIssue({ trackerSecrets: { webhookSecret: WEBHOOK_SECRET } });

    await completes(room, channel);

    expect(github.issues()).toMatchObject([{ state: 'closed', state_reason: 'completed' }]);
    const before = [writes(github), await changesOf(room)];
    await hearsFromGithub(room, { action: 'closed', issue: github.issues()[0] ?? {}, by: 'faultline' });
    await room.pass(10 * MINUTE);
    expect([writes(github), await changesOf(room)]).toEqual(before);
  });

  it('is done when the issue is closed there, by whom nobody here knows, and open again when it is reopened', async () => {
    const { room, github } = await openWithIssue({ trackerSecrets: { webhookSecret: WEBHOOK_SECRET } });
    const told = writes(github);

    await room.pass(MINUTE);
    const closed = github.changes(1, { state: 'closed', state_reason: 'completed' });
    expect(await hearsFromGithub(room, { action: 'closed', issue: closed })).toBe(200);

    expect(await keptItems(room)).toMatchObject([{ status: 'done' }]);
    expect((await changesOf(room)).at(-1)).toMatchObject({ changed_by: null, reason: 'closed in GitHub by octocat' });

    await room.pass(MINUTE);
    const reopened = github.changes(1, { state: 'open', state_reason: 'reopened' });
    await hearsFromGithub(room, { action: 'reopened', issue: reopened });

    expect(await keptItems(room)).toMatchObject([{ status: 'open', ended_at: null }]);
    expect(writes(github)).toEqual(told);
  });

  it('is found by its issue in whatever case the policy spells the repository', async () => {
    const { room, github } = await openWithIssue({
      repository: 'Acme/Infra',
      trackerSecrets: { webhookSecret: WEBHOOK_SECRET },
    });

    const closed = github.changes(1, { state: 'closed', state_reason: 'completed' });
    await hearsFromGithub(room, { action: 'closed', issue: closed });

    expect(await keptItems(room)).toMatchObject([{ status: 'done' }]);
  });

  it('is given up when the issue is closed as not planned', async () => {
    const { room, github } = await openWithIssue({ trackerSecrets: { webhookSecret: WEBHOOK_SECRET } });

    const closed = github.changes(1, { state: 'closed', state_reason: 'not_planned' });
    await hearsFromGithub(room, { action: 'closed', issue: closed });

    expect(await keptItems(room)).toMatchObject([{ status: 'wont-do' }]);
  });

  it('hears within five minutes of what was closed there, where nothing is sent to it', async () => {
    const { room, github } = await openWithIssue();
    github.changes(1, { state: 'closed', state_reason: 'completed' });

    await room.pass(5 * MINUTE);

    expect(await keptItems(room)).toMatchObject([{ status: 'done' }]);
    expect((await changesOf(room)).at(-1)).toMatchObject({ reason: 'closed in GitHub' });
  });

  it('believes nobody who does not know the secret', async () => {
    const { room, github } = await openWithIssue({ trackerSecrets: { webhookSecret: WEBHOOK_SECRET } });
    const closed = github.changes(1, { state: 'closed', state_reason: 'completed' });

    expect(await hearsFromGithub(room, { action: 'closed', issue: closed }, 'another secret')).toBe(401);

    expect(await keptItems(room)).toMatchObject([{ status: 'open' }]);
  });

  it('takes no old word for a new one', async () => {
    const { room, github, channel } = await openWithIssue({ trackerSecrets: { webhookSecret: WEBHOOK_SECRET } });
    const opened = github.issues()[0] ?? {};
    await room.pass(MINUTE);
    await completes(room, channel);

    await hearsFromGithub(room, { action: 'reopened', issue: opened });

    expect(await keptItems(room)).toMatchObject([{ status: 'done' }]);
  });

  it('is made once, though the answer was lost', async () => {
    const { room, github, channel } = await openGithubRoom({ create: 'always' });
    github.troubles(/^POST .*issues$/u, 'lost');

    await room.workspace.person('ana').types(ITEM, channel);
    await room.pass(MINUTE);

    expect(github.issues()).toHaveLength(1);
    expect(channel.message(TITLE).visibleText()).toContain('acme/infra#1');
  });

  it('is made later where GitHub asks to wait, and as soon as it may', async () => {
    const { room, github, channel } = await openGithubRoom({ create: 'always' });
    const reset = String(Date.parse(room.clock.now()) / 1_000 + 600);
    const limited = { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }, body: '{}' };
    github.troubles(/^POST .*issues$/u, limited);

    await room.workspace.person('ana').types(ITEM, channel);
    await room.pass(9 * MINUTE);
    expect(github.issues()).toEqual([]);
    await room.pass(2 * MINUTE);

    expect(github.issues()).toHaveLength(1);
  });

  it('tells whoever asked why there is none, and keeps the item', async () => {
    const { room, github, channel } = await openGithubRoom();
    const ana = room.workspace.person('ana');
    await ana.types(ITEM, channel);
    await room.settle();
    github.troubles(/^POST .*issues$/u, {
      status: 403,
      body: '{"message":"Resource not accessible by personal access token"}',
    });

    await ana.clicks('Create ticket', channel.message(TITLE));
    await room.settle();

    const told = ana.directMessages().at(-1)?.visibleText();
    expect(told).toContain('could not be sent to the tracker; it is kept here as it was');
    expect(told).toContain('TRACKER_TOKEN');
    expect(await keptItems(room)).toMatchObject([{ status: 'open', ticket_key: null }]);
    expect(channel.message(TITLE).buttons()).toMatchObject([{ text: 'Create ticket' }]);
  });

  it('says of an issue that was deleted that it is gone, and goes on without it', async () => {
    const { room, github, channel } = await openWithIssue();
    github.deletes(1);

    await completes(room, channel);

    expect(await keptItems(room)).toMatchObject([{ status: 'done', ticket_state: 'gone' }]);
    expect(channel.message(TITLE).visibleText()).toContain('~acme/infra#1~ (gone)');
  });

  it('takes no repository that may not be seen any more for one whose issues are gone', async () => {
    const { room, github, channel } = await openWithIssue();
    const hidden = { status: 404, body: '{"message":"Not Found"}' };
    github.troubles(/^GET \/repos/u, hidden, hidden);

    await completes(room, channel);

    expect(await keptItems(room)).toMatchObject([{ status: 'done', ticket_state: 'open' }]);
  });
});

describe('the ticket of an action item in a list', () => {
  it('is made there, and then linked to', async () => {
    const { room, channel } = await openGithubRoom();
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    await ana.types(ITEM, channel);
    await room.settle();
    ben.joins(channel);
    const list = async () =>
      (await ana.types('/incident actions', channel)).messages[0] ?? expect.unreachable('there is no list');

    await ana.clicks('Create ticket', await list());
    await room.settle();

    expect((await list()).visibleText()).toContain('acme/infra#1');
    expect((await list()).buttons().map(({ text }) => text)).not.toContain('Create ticket');
    expect((await ben.types('/incident mine', channel)).messages[0]?.visibleText()).toContain('acme/infra#1');
  });

  it('is made on the home page, which follows', async () => {
    const { room, channel } = await openGithubRoom();
    const ben = room.workspace.person('ben');
    await room.workspace.person('ana').types(ITEM, channel);
    ben.opensHome();
    await room.settle();

    await ben.clicks('Create ticket', ben.home ?? expect.unreachable('ben has no home page'));
    await room.settle();

    expect(ben.home?.visibleText()).toContain('acme/infra#1');
    expect(ben.directMessages().at(-1)?.visibleText()).toContain('A ticket of “Size the pool” is being made');
  });

  it('stands in the weekly digest', async () => {
    const { room } = await openWithIssue();
    room.clock.set('2024-05-27T09:00:00.000Z' as ReturnType<Room['clock']['now']>);
    await room.settle();

    expect(room.workspace.channel('incidents').message('overdue by 14 days').visibleText()).toContain('acme/infra#1');
  });
});
