import { describe, expect, it } from 'vitest';
import type { Ticket } from '../../src/domain/action-items/ticket.ts';
import { actionItemId } from '../../src/domain/ids.ts';
import type { CalendarDate } from '../../src/domain/time.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { anItem, at, claire } from '../support/record-builder.ts';

const first = anItem();
const second = anItem({ id: actionItemId('01HZZZ0000000000000000ACT2') });

function aTicket(overrides: Partial<Ticket> = {}): Ticket {
  return {
    actionItemId: first.id,
    tracker: 'github',
    key: 'acme/infra#12',
    url: 'https://github.com/acme/infra/issues/12',
    state: 'open',
    heardAt: at('17:00'),
    told: { title: first.title, doneWhen: 'it fails', dueOn: '2024-06-23' as CalendarDate, owner: claire },
    failure: undefined,
    ...overrides,
  };
}

const bare = aTicket({ url: undefined, told: { title: 'x', doneWhen: undefined, dueOn: undefined, owner: undefined } });

describe.each(engines)('tickets on $name', ({ open }) => {
  async function withItems(...tickets: readonly Ticket[]) {
    const opened = await openWithIncident(open);
    await commit(opened, async (records) => {
      await records.actionItems.add(first);
      await records.actionItems.add(second);
      for (const ticket of tickets) {
        await records.tickets.save(ticket);
      }
    });
    return opened;
  }

  it.each<[string, Ticket]>([
    ['with all that there can be', aTicket()],
    ['with nothing that may be missing', bare],
    ['that is gone', aTicket({ state: 'gone' })],
    ['that could not be told the rest', aTicket({ failure: 'http_401' })],
  ])('come back as they were put in: %s', async (_, ticket) => {
    const { database } = await withItems(ticket);

    expect(await database.records.tickets.find(first.id)).toEqual(ticket);
    expect(await database.records.tickets.findByKey('github', ticket.key)).toEqual(ticket);
  });

  it('stand where their items are read, and stay when those are saved', async () => {
    const opened = await withItems(aTicket());

    await commit(opened, ({ actionItems }) => actionItems.save({ ...first, title: 'Another' }));

    const { actionItems } = opened.database.records;
    const ticket = { key: 'acme/infra#12', url: 'https://github.com/acme/infra/issues/12', isGone: false };
    expect(await actionItems.list(first.incidentId)).toStrictEqual([{ ...first, title: 'Another', ticket }, second]);
  });

  it('take the place of what was known of them', async () => {
    const opened = await withItems(aTicket(), aTicket({ key: 'acme/infra#13', state: 'done' }));

    const { tickets } = opened.database.records;
    expect(await tickets.findByKey('github', 'acme/infra#12')).toBeUndefined();
    expect(await tickets.find(first.id)).toMatchObject({ key: 'acme/infra#13', state: 'done' });
  });

  it('are those of one tracker', async () => {
    const { database } = await withItems(aTicket());

    expect(await database.records.tickets.findByKey('jira', 'acme/infra#12')).toBeUndefined();
    expect(await database.records.tickets.find(second.id)).toBeUndefined();
  });

  it('tell which was heard of longest ago, of those that are there', async () => {
    const { database } = await withItems(
      aTicket({ heardAt: at('16:00') }),
      aTicket({ actionItemId: second.id, key: 'acme/infra#13', heardAt: at('17:00') }),
    );

    expect(await database.records.tickets.oldestHeard('github')).toBe(at('16:00'));
    expect(await database.records.tickets.oldestHeard('jira')).toBeUndefined();
  });

  it('tell nothing of when those were heard of that are gone', async () => {
    const { database } = await withItems(aTicket({ state: 'gone' }));

    expect(await database.records.tickets.oldestHeard('github')).toBeUndefined();
  });
});
