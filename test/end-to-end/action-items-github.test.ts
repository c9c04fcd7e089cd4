import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import {
  changesOf,
  hearsFromGithub,
  keptItems,
  openGithubRoom,
  WEBHOOK_SECRET,
} from '../support/trackers/tracker-room.ts';

const ITEM = '/incident action @ben prevent: Size the pool by 2024-05-10';

describe('an action item and its issue', () => {
  it('is made by the button, with what, why, when, whose and where', async () => {
    const { room, github, channel } = await openGithubRoom();
    const ana = room.workspace.person('ana');
    await ana.types(ITEM, channel);
    await room.settle();

    await ana.clicks('Create ticket', channel.message('Size the pool'));
    await room.settle();

    expect(github.issues()).toMatchObject([
      {
        title: 'Size the pool',
        labels: [{ name: 'faultline' }],
        assignees: [{ login: 'octoben' }],
      },
    ]);
    const body = github.issues()[0]?.body ?? '';
    expect(body).toContain('- **Why:** SEV3 INC-1: Booking is down');
    expect(body).toContain('- **Due:** 2024-05-10');
    expect(body).toContain('- **Owner:** ben');
    expect(body).toMatch(/\[The channel of the incident, with its postmortem\]\(https:\/\/.*\/archives\/C/u);
    expect(channel.message('Size the pool').visibleText()).toContain('acme/infra#1');
    expect(channel.message('Size the pool').buttons()).toEqual([]);
  });
});
