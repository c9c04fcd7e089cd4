import { describe, expect, it } from 'vitest';
import { actionItemId, channelId, messageKey, teamId, workId } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import { type CalendarDate, type Instant, timeZone } from '../../../src/domain/time.ts';
import { defaultPolicy } from '../../../src/policy/default-policy.ts';
import type { ReminderDigest, SentMessage } from '../../../src/use-cases/action-items/action-item-messenger.ts';
import { remindPerson } from '../../../src/use-cases/action-items/remind-person.ts';
import { commit } from '../../support/commit.ts';
import { sqlite, type TestDatabase } from '../../support/engines.ts';
import { idleActionItemMessenger, idleDirectory } from '../../support/escalation-month/idle-ports.ts';
import { openWithIncident } from '../../support/open-with-incident.ts';
import { anItem, aPerson, at, claire, mahari } from '../../support/record-builder.ts';

const team = teamId('T0TRAVEL');
const first = actionItemId('01HZZZ0000000000000000ACTA');

/** The messages that the chat system took, by the work that sent them. */
class Post {
  readonly sent = new Map<string, SentMessage>();
  readonly digests: ReminderDigest[] = [];
  /** Breaks the next attempt after the message went out. */
  breaks = false;
  now: Instant = at('09:00', '2024-06-24');
  whileSending: () => Promise<unknown> = async () => {};

  readonly messenger = {
    ...idleActionItemMessenger,
    findReminder: async (_: unknown, { key }: { readonly key: string }) => this.sent.get(key),
    remind: async (_: unknown, digest: ReminderDigest, { key }: { readonly key: string }) => {
      const message = { channel: channelId('D042'), key: messageKey(`${this.sent.size + 1}.0`) };
      const sent = { message, at: this.now };
      this.sent.set(key, sent);
      this.digests.push(digest);
      await this.whileSending();
      if (this.breaks) {
        this.breaks = false;
        throw new Error('the process died');
      }
      return sent;
    },
  };
}

interface Desk {
  readonly opened: TestDatabase;
  readonly post: Post;
  /** Runs the work `name` then, which was due by then or at another time, and was begun so often before. */
  run(name: string, now: Instant, before?: { readonly attempts?: number; readonly runAt?: Instant }): Promise<void>;
}

/** Claire's item is due on Sunday the 23rd: she is reminded on Friday the 21st, Monday the 24th, Wednesday, and a week late. */
async function openDesk(person: Partial<Person> = {}): Promise<Desk> {
  const opened = await openWithIncident(sqlite.open);
  const post = new Post();
  await commit(opened, async ({ people, actionItems, reminders }) => {
    await people.save(aPerson({ id: claire, name: 'Claire', timeZone: timeZone('UTC'), ...person }));
    await actionItems.add(anItem({ id: first, dueOn: '2024-06-23' as CalendarDate }));
    await reminders.replaceRecipients(first, [{ personId: claire, capacity: 'owner' }]);
  });
  return {
    opened,
    post,
    run: async (name, now, { attempts = 0, runAt = now } = {}) => {
      post.now = now;
      await remindPerson(
        {
          database: opened.database,
          directory: idleDirectory,
          actionItemMessenger: post.messenger,
          policy: defaultPolicy,
          calendarOf: () => ({ workingDays: [1, 2, 3, 4, 5], isHoliday: () => false }),
          clock: { now: () => now },
          wake: () => {},
        },
        { kind: 'remind-person', teamId: team, personId: claire },
        {
          id: workId(name),
          lane: 'lane',
          work: { kind: 'remind-person', teamId: team, personId: claire },
          runAt,
          attempts,
        },
      );
    },
  };
}

async function timers({ opened }: Desk): Promise<readonly unknown[]> {
  const rows = await opened.sql(`select run_at from work where kind = 'remind-person' order by run_at, id`);
  return rows.map(({ run_at: at }) => at);
}

const drawings = ({ opened }: Awaited<ReturnType<typeof openDesk>>) =>
  opened.sql(`select lane from work where kind = 'refresh-reminder'`);

describe('remindPerson', () => {
  it('sends one message on a day and sets the timer of the next', async () => {
    const desk = await openDesk();
    await desk.run('a', at('09:00', '2024-06-21'));
    await desk.run('b', at('09:05', '2024-06-21'));

    expect(desk.post.digests).toMatchObject([{ day: '2024-06-21', items: [{ item: { id: first } }] }]);
    expect(await timers(desk)).toEqual([at('09:00', '2024-06-24')]);
  });

  it('counts the message of an attempt that broke off, and sends no second one', async () => {
    const desk = await openDesk();
    desk.post.breaks = true;
    await expect(desk.run('a', at('16:59', '2024-06-24'))).rejects.toThrow('the process died');
    await desk.run('a', at('17:01', '2024-06-24'), { attempts: 1 });

    expect(desk.post.sent.size).toBe(1);
    expect(await desk.opened.database.records.reminders.findDigest(team, claire)).toMatchObject({
      sentOn: '2024-06-24',
      sentAt: at('16:59', '2024-06-24'),
    });
    expect(await timers(desk)).toEqual([at('09:00', '2024-06-26')]);
  });

  it('counts it though all is done by now, so that the day has had its message', async () => {
    const desk = await openDesk();
    desk.post.breaks = true;
    await expect(desk.run('a', at('09:00', '2024-06-24'))).rejects.toThrow();
    await commit(desk.opened, async ({ actionItems, reminders }) => {
      await actionItems.save(anItem({ id: first, status: 'done', endedAt: at('09:01', '2024-06-24') }));
      await reminders.replaceRecipients(first, []);
      const second = anItem({ id: actionItemId('second'), dueOn: '2024-06-24' as CalendarDate });
      await actionItems.add(second);
      await reminders.replaceRecipients(second.id, [{ personId: claire, capacity: 'owner' }]);
    });
    await desk.run('a', at('09:02', '2024-06-24'), { attempts: 1 });
    await desk.run('b', at('09:03', '2024-06-24'));

    expect(desk.post.sent.size).toBe(1);
    expect(await timers(desk)).toContain(at('09:00', '2024-06-25'));
    expect(await drawings(desk)).toHaveLength(1);
  });

  it('asks for new work where its own waited for longer than the day lasts', async () => {
    const desk = await openDesk();
    const late = at('10:00', '2024-06-24');
    await desk.run('stale', late, { runAt: at('09:00', '2024-06-21') });
    expect(desk.post.sent.size).toBe(0);
    expect(await timers(desk)).toEqual([late]);
    await desk.run('fresh', late);
    expect(desk.post.sent.size).toBe(1);
  });

  it('keeps what this message shows, and the one before, which takes reactions', async () => {
    const desk = await openDesk();
    await desk.run('a', at('09:00', '2024-06-21'));
    await desk.run('b', at('09:00', '2024-06-24'));

    const { itemMessages } = desk.opened.database.records;
    const [before, now] = [...desk.post.sent.values()].map(({ message }) => message);
    expect(await itemMessages.list(first)).toStrictEqual(
      [before, now].map((message) => ({ message, kind: 'digest', personId: claire })),
    );
    expect(before).not.toEqual(now);
  });

  it('has the message drawn anew where an item was accepted while it was on its way', async () => {
    const desk = await openDesk();
    const now = at('09:00', '2024-06-21');
    desk.post.whileSending = () =>
      commit(desk.opened, ({ actionItems }) =>
        actionItems.save(anItem({ id: first, dueOn: '2024-06-23' as CalendarDate, acceptedAt: now })),
      );
    await desk.run('a', now);

    expect(await drawings(desk)).toEqual([{ lane: `refresh-reminder:${team}:${claire}` }]);
  });

  it.each<[string, Partial<Person>]>([
    ['is a bot', { isBot: true }],
    ['is deactivated', { isDeactivated: true }],
  ])('sends nothing to somebody who %s', async (_, person) => {
    const desk = await openDesk(person);
    await desk.run('a', at('09:00', '2024-06-24'));

    expect(desk.post.sent.size).toBe(0);
    expect(await timers(desk)).toEqual([]);
  });

  it('waits until somebody is back', async () => {
    const desk = await openDesk({ awayUntil: at('12:00', '2024-06-26') });
    await desk.run('a', at('09:00', '2024-06-24'));

    expect(desk.post.sent.size).toBe(0);
    expect(await timers(desk)).toEqual([at('12:00', '2024-06-26')]);
  });

  it('leaves out what they lead and need not hear of yet, but not what is theirs', async () => {
    const desk = await openDesk();
    await commit(desk.opened, async ({ actionItems, reminders }) => {
      for (const [name, dueOn, capacity] of [
        ['theirs', '2024-12-01', 'owner'],
        ['early', '2024-06-20', 'leader'],
        ['late', '2024-06-10', 'leader'],
      ] as const) {
        const item = anItem({ id: actionItemId(name), dueOn: dueOn as CalendarDate });
        await actionItems.add(item);
        const another = { personId: mahari, capacity: 'owner' } as const;
        await reminders.replaceRecipients(item.id, [{ personId: claire, capacity }, another]);
      }
    });
    await desk.run('a', at('09:00', '2024-06-24'));

    const listed = desk.post.digests[0]?.items.map(({ item }) => item.id);
    expect(listed).toEqual(['late', first, 'theirs']);
  });
});
