import { describe, expect, it } from 'vitest';
import { DAY, type Instant, SECOND } from '../../src/domain/time.ts';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { engines } from '../support/engines.ts';
import { remindersOf } from '../support/heard.ts';
import { openRoom } from '../support/open-room.ts';

describe.each(engines)('on $name', (engine) => {
  it('an incident goes from its first word to the reminder of its last action item', async () => {
    const room = await openRoom({ engine });
    room.workspace.repeatsDeliveries(1);
    const channel = await declare(room);
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];

    ana.reactsWith('bulb', ana.says('The pool ran dry', channel));
    await ana.types('/incident log 13:30 detected: Alarm rang', channel);
    await ana.types('/incident escalate @dba hurry', channel);
    await room.settle();
    await ben.types('/incident ack', channel);
    await ana.types('/incident action @ben Size the pool by 2024-05-08', channel);
    await room.restart();
    await ana.types('/incident resolve', channel);
    await closes(ana, channel, { summary: 'It was the pool' });
    await room.settle();

    const draft =
      channel
        .files()
        .find(({ name }) => name.endsWith('.md'))
        ?.content?.toString() ?? '';
    for (const fact of ['The pool ran dry', 'Alarm rang', 'hurry', 'Size the pool', 'It was the pool']) {
      expect(draft).toContain(fact);
    }
    room.clock.set('2024-05-08T12:59:59.000Z' as Instant);
    for (const reminders of [1, 2]) {
      await room.settle();
      expect(remindersOf(room, 'ben')).toHaveLength(reminders - 1);
      await room.pass(SECOND);
      expect(remindersOf(room, 'ben')).toHaveLength(reminders);
      await room.pass(DAY - SECOND);
    }
    expect(remindersOf(room, 'ben')).toEqual(Array(2).fill(expect.stringContaining('Size the pool')));
  });

  it('every incident gets its own number, however many are declared at once', async () => {
    const room = await openRoom({ engine });
    const ana = room.workspace.person('ana');
    await declare(room, 'Known');
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => ana.types(`/incident start Trouble ${index}`, 'general')),
    );
    await room.settle();

    const numbers = room.workspace.channels().flatMap(({ name }) => /^inc-(\d+)-/u.exec(name)?.[1] ?? []);
    expect(numbers.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
  });
});
