import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { at } from '../support/record-builder.ts';
import { startGithub } from '../support/trackers/start-github.ts';
import { startJira } from '../support/trackers/start-jira.ts';
import { json } from '../support/trackers/start-troubled.ts';
import { content, firstAttempt } from '../support/trackers/ticket-content.ts';
import { trackerAt } from '../support/trackers/tracker-at.ts';

const NOON = at('12:00');
const bens = { ...content, owner: { name: 'Ben', email: 'ben@example.com' } };

async function openGithub() {
  const clock = new ManualClock(NOON);
  const github = await startGithub(clock);
  return {
    tracker: trackerAt(github.address, 'github', clock),
    assignee: () =>
      github
        .issues()[0]
        ?.assignees.map(({ login }) => login)
        .join(),
    finds: (...logins: readonly string[]) => {
      const items = logins.map((login, id) => ({ login, id }));
      github.troubles(
        /^GET \/search\/users/u,
        json(200, { total_count: logins.length, incomplete_results: false, items }),
      );
    },
  };
}

async function openJira() {
  const clock = new ManualClock(NOON);
  const jira = await startJira(clock);
  return {
    tracker: trackerAt(jira.address, 'jira', clock),
    assignee: () => (jira.issues()[0]?.fields.assignee as { readonly accountId: string } | undefined)?.accountId ?? '',
    finds: (...accountIds: readonly string[]) => {
      const people = accountIds.map((accountId) => ({ accountId, displayName: 'Ben', active: true }));
      jira.troubles(/^GET .*assignable/u, json(200, people));
    },
  };
}

describe.each([
  { name: 'GitHub', open: openGithub, ben: 'octoben' },
  { name: 'Jira', open: openJira, ben: '5b10-ben' },
])('the assignee of a ticket in $name', ({ open, ben }) => {
  it.each([
    ['the account that shows their address', [ben], ben],
    ['nobody where two accounts show it', [ben, 'another'], ''],
    ['nobody where none does', [], ''],
  ])('is %s', async (_, found, expected) => {
    const { tracker, assignee, finds } = await open();
    finds(...found);

    await tracker.create(bens, firstAttempt(NOON));

    expect(assignee()).toBe(expected);
  });
});
