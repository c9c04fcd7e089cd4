import { describe, expect, it } from 'vitest';
import { declare } from '../support/declare.ts';
import { openRoom } from '../support/open-room.ts';

describe('the people of the workspace', () => {
  it('are known from the start, so that the first command is answered at once and on the speaker’s clock', async () => {
    const room = await openRoom();
    const answer = await room.workspace
      .person('mahari')
      .types('/incident start Booking is down since 16:40', 'general');

    expect(answer.text).toBe(
      '🟡 SEV3   *INC-1* Booking is down is declared. Its channel opens now; I’ll tell you where.',
    );
    await room.settle();
    expect(room.workspace.channel('inc-1-booking-is-down').pins()[0]?.visibleText()).toContain(
      'users affected since 2024-05-07 13:40 UTC',
    );
  });

  it('are read page by page, however many they are', async () => {
    const room = await openRoom();
    for (let number = 1; number <= 450; number++) {
      room.workspace.addPerson({ name: `person${number}`, timeZone: 'Asia/Tokyo' });
    }
    await room.restart();
    await room.settle();

    const pages = room.workspace.record.calls.filter(({ method }) => method === 'users.list');
    expect(pages).toHaveLength(1 + 3);
    const last = room.workspace.person('person450');
    last.joins('general');
    expect((await last.types('/incident start Booking is down since 22:00', 'general')).text).toContain('is declared');
    await room.settle();
    expect(room.workspace.channel('inc-1-booking-is-down').pins()[0]?.visibleText()).toContain('13:00 UTC');
  });

  it('are looked up when they came later', async () => {
    const room = await openRoom();
    const zoe = room.workspace.addPerson({ name: 'zoe', timeZone: 'Asia/Tokyo' });
    zoe.joins('general');
    const answer = await zoe.types('/incident start Booking is down since 22:00', 'general');
    expect(answer.text).toBe('One moment: I am looking up who is who.');
    await room.settle();

    expect(answer.text).toContain('is declared');
    expect(room.workspace.channel('inc-1-booking-is-down').pins()[0]?.visibleText()).toContain('13:00 UTC');
  });

  it('are picked in a form and refused there where they cannot be called', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const escalate = await ana.clicks('Escalate', channel.message('INC-1'));
    expect((await ana.submits(escalate.modal, { people: 'robot' })).errors.people).toContain('is a bot');
    const action = await ana.clicks('Action item', channel.message('INC-1'));
    expect((await ana.submits(action.modal, { title: 'x', owner: 'gone' })).errors.owner).toContain('is deactivated');
  });

  it('change, and are called by their new name', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    room.workspace.changePerson('ana', { realName: 'Ana María', timeZone: 'America/New_York' });
    await room.settle();
    const answer = await room.workspace.person('ana').types('/incident log 9:30 restarted', channel);
    expect(answer.text).toContain('2024-05-07 09:30 UTC-4 (13:30 UTC)');
  });
});
