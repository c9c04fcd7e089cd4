import { describe, expect, it } from 'vitest';
import { HOUR } from '../../src/domain/time.ts';
import { edits, makesItem, openTicketRoom, presses, TITLE, type TrackerName } from '../support/trackers/ticket-room.ts';

async function openWithTicket(name: TrackerName) {
  const opened = await openTicketRoom(name);
  await makesItem(opened);
  await opened.room.settle();
  return opened;
}

describe.each([
  ['GitHub', 'octoben'],
  ['Jira', '5b10-ben'],
] as const)('the ticket in %s', (name, ben) => {
  const made = { title: TITLE, dueOn: '2024-05-10', assignee: ben, isClosed: false };

  it.each([
    ['title', { title: 'Size both pools' }, { title: 'Size both pools' }],
    ['day', { due: '2024-05-31' }, { dueOn: '2024-05-31' }],
    ['day that was taken away', { due: '' }, { dueOn: undefined }],
    ['owner whom nobody knows there', { owner: 'mahari' }, { assignee: undefined }],
    ['owner that was taken away', { owner: '' }, { assignee: undefined }],
  ] as const)('is told another %s', async (_, fields, changed) => {
    const { room, tickets } = await openWithTicket(name);
    expect(tickets()).toEqual([made]);

    await edits(room, fields);
    await room.settle();

    expect(tickets()).toEqual([{ ...made, ...changed }]);
  });

  it('is told all that was changed at once, and of an owner who is known there', async () => {
    const { room, tickets } = await openWithTicket(name);
    await edits(room, { owner: 'mahari' });
    await room.settle();

    await edits(room, { owner: 'ben', title: 'Size both pools', due: '2024-05-31' });
    await room.settle();

    expect(tickets()).toEqual([{ title: 'Size both pools', dueOn: '2024-05-31', assignee: ben, isClosed: false }]);
  });

  it('is closed with its item, and opened again with it', async () => {
    const { room, tickets } = await openWithTicket(name);

    await presses(room, 'Done');
    await room.settle();
    expect(tickets()).toEqual([{ ...made, isClosed: true }]);
    await room.pass(HOUR);
    await presses(room, 'Reopen');
    await room.settle();

    expect(tickets()).toEqual([made]);
  });

  it('hears nothing of what it says already', async () => {
    const { room, service } = await openWithTicket(name);
    const before = service.delivered.length;

    await edits(room, { priority: 'P1' });
    await room.settle();

    expect(service.delivered).toHaveLength(before);
  });
});
