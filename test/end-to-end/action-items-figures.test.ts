import { describe, expect, it } from 'vitest';
import { groupId } from '../../src/domain/ids.ts';
import { DAY } from '../../src/domain/time.ts';
import { defaultPolicy } from '../../src/policy.ts';
import { declare } from '../support/declare.ts';
import { toldTo } from '../support/item-room.ts';
import { openRoom, type Room } from '../support/open-room.ts';

async function homeOf(room: Room, name: string): Promise<string> {
  const person = room.workspace.person(name);
  person.opensHome();
  await room.settle();
  return person.home?.visibleText().replaceAll('*', '') ?? '';
}

async function figures(room: Room): Promise<readonly string[]> {
  const text = await (await fetch(`${room.bot.address}/metrics`)).text();
  return text.split('\n').filter((line) => line.startsWith('faultline_action_items_'));
}

/** Six items of ben’s and one of ana’s; five of ben’s are done, four of them in time. */
async function openBusyRoom(): Promise<Room> {
  const room = await openRoom();
  const dba = { id: groupId(room.workspace.groupId('dba')), handle: 'dba' };
  await room.restart({ actionItems: { ...defaultPolicy.actionItems, teams: [dba] } });
  const channel = await declare(room);
  const ana = room.workspace.person('ana');
  await ana.types('/incident action @ana clean up by 2024-05-09', channel);
  for (const day of ['09', '10', '10', '10', '10', '10']) {
    await ana.types(`/incident action @ben detect: add an alert by 2024-05-${day}`, channel);
  }
  await room.pass(3 * DAY);
  const ben = room.workspace.person('ben');
  const told = ben.directMessages().filter((message) => message.visibleText().includes('is yours'));
  for (const message of told.slice(0, 5)) {
    await ben.clicks('Done', message);
  }
  await room.settle();
  return room;
}

describe('the figures of action items', () => {
  it('are on the home page of whoever administers the workspace, and on nobody else’s', async () => {
    const room = await openBusyRoom();
    room.workspace.changePerson('ana', { isAdmin: true });
    await room.settle();
    const ana = room.workspace.person('ana');
    await ana.submits((await ana.uses('Start an incident')).modal, { title: 'Leak', private: 'private' });
    await room.settle();
    await ana.types('/incident action @ana rotate keys by 2024-05-20', room.workspace.channel('inc-2-leak'));
    await room.settle();
    const home = await homeOf(room, 'ana');

    expect(home).toContain('All: 2 open, 1 overdue · 5 done');
    expect(home).toContain(
      '@dba: 1 open, 0 overdue · 5 done, half of them within 3 days · 80 % in time of 5 with a due date',
    );
    expect(home).toContain('no team: 1 open, 1 overdue · 0 done');
    expect(home).toContain('detect: 1 open');
    expect(await homeOf(room, 'ben')).not.toContain('By team');

    room.workspace.changePerson('ana', { isAdmin: false });
    await room.settle();
    expect(await homeOf(room, 'ana')).not.toContain('By team');
  });

  it('follow what the administrator presses at once', async () => {
    const room = await openBusyRoom();
    room.workspace.changePerson('ana', { isAdmin: true });
    await room.settle();
    expect(await homeOf(room, 'ana')).toContain('All: 2 open, 1 overdue · 5 done');

    const ana = room.workspace.person('ana');
    await ana.clicks('Done', toldTo(ana, 'clean up'));
    await room.settle();
    expect(ana.home?.visibleText().replaceAll('*', '')).toContain('All: 1 open, 0 overdue · 6 done');
  });

  it('are told to the operator by team and kind, without drills', async () => {
    const room = await openBusyRoom();
    const drill = await declare(room, 'drill: sev1 Disk is full');
    await room.workspace.person('ana').types('/incident action @ben practise by 2024-05-11', drill);
    await room.pass(1 * DAY);

    const of = '{team="dba",kind="detect"}';
    const none = '{team="none",kind="none"}';
    expect(await figures(room)).toEqual([
      `faultline_action_items_open${none} 1`,
      `faultline_action_items_open${of} 1`,
      `faultline_action_items_overdue${none} 1`,
      `faultline_action_items_overdue${of} 1`,
      `faultline_action_items_done${none} 0`,
      `faultline_action_items_done${of} 5`,
      expect.stringMatching(/^faultline_action_items_median_days_to_done\{.*detect"\} 3(\.\d+)?$/u),
      `faultline_action_items_done_in_time_ratio${of} 0.8`,
    ]);
  });
});
