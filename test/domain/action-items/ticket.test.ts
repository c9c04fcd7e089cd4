import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTION_ITEM_STATUSES, type ActionItemStatus } from '../../../src/domain/action-items/action-item.ts';
import { githubClosing } from '../../../src/domain/action-items/github-ticket.ts';
import { jiraClosing, jiraState } from '../../../src/domain/action-items/jira-closing.ts';
import {
  fieldsOf,
  hearReport,
  isClosed,
  statusAfter,
  TICKET_STATES,
  type Ticket,
  type TicketState,
  ticketChange,
} from '../../../src/domain/action-items/ticket.ts';
import type { CalendarDate } from '../../../src/domain/time.ts';
import { anItem, at, devops } from '../../support/record-builder.ts';

function ticketOf(item = anItem(), overrides: Partial<Ticket> = {}): Ticket {
  return {
    actionItemId: item.id,
    tracker: 'jira',
    key: 'OPS-7',
    url: undefined,
    state: 'open',
    heardAt: at('17:00'),
    told: fieldsOf(item),
    failure: undefined,
    ...overrides,
  };
}

function report(state: TicketState, time = '18:00') {
  return { key: 'OPS-7', state, at: at(time), by: undefined };
}

describe('ticketChange', () => {
  it.each([
    ['title', { title: 'Another' }],
    ['doneWhen', { doneWhen: undefined }],
    ['dueOn', { dueOn: '2024-07-01' as CalendarDate }],
    ['owner', { owner: devops }],
  ] as const)('tells another %s', (field, changed) => {
    const item = anItem();

    const change = ticketChange({ ...item, ...changed }, ticketOf(item));

    expect(change).toEqual({ fields: new Set([field]), status: undefined });
  });

  it.each<[ActionItemStatus, TicketState, ActionItemStatus | undefined]>([
    ['open', 'open', undefined],
    ['done', 'open', 'done'],
    ['wont-do', 'open', 'wont-do'],
    ['open', 'done', 'open'],
    ['open', 'wont-do', 'open'],
    ['done', 'wont-do', undefined],
    ['wont-do', 'done', undefined],
  ])('of an item that is %s, whose ticket is %s, is %s', (status, state, expected) => {
    const item = anItem({ status });

    expect(ticketChange(item, ticketOf(item, { state }))?.status).toBe(expected);
  });

  it('tells nothing to a ticket that is gone', () => {
    expect(ticketChange(anItem({ status: 'done' }), ticketOf(anItem(), { state: 'gone' }))).toBeUndefined();
  });
});

describe('hearReport', () => {
  it.each([
    ['says what is known', 'open', '18:00'],
    ['is older than what is known', 'done', '16:59'],
  ] as const)('hears nothing where it %s', (_, state, time) => {
    expect(hearReport(ticketOf(), report(state, time))).toBeUndefined();
  });

  it('hears what is new, of the same moment too', () => {
    expect(hearReport(ticketOf(), report('done', '17:00'))).toMatchObject({ state: 'done', heardAt: at('17:00') });
  });
});

describe('isClosed', () => {
  it.each([
    ['open', false],
    ['done', true],
    ['wont-do', true],
    ['gone', false],
  ] as const)('of %s is %s', (state, expected) => {
    expect(isClosed(state)).toBe(expected);
  });
});

const states = fc.constantFrom(...TICKET_STATES);
const statuses = fc.constantFrom(...ACTION_ITEM_STATUSES);

describe('an item and its ticket', () => {
  it('agree once a report was heard, so that none leads to a change back', () => {
    fc.assert(
      fc.property(statuses, states, states, (status, known, told) => {
        const item = anItem({ status });
        const heard = hearReport(ticketOf(item, { state: known }), report(told)) ?? undefined;
        fc.pre(heard !== undefined);
        const after = { ...item, status: statusAfter(item, heard) ?? item.status };
        expect(ticketChange(after, heard)).toBeUndefined();
      }),
    );
  });

  it('agree once the ticket was told, so that its echo changes nothing', () => {
    fc.assert(
      fc.property(statuses, states, (status, known) => {
        const item = anItem({ status });
        const change = ticketChange(item, ticketOf(item, { state: known }));
        fc.pre(change?.status !== undefined);
        const told = ticketOf(item, { state: change?.status ?? known });
        expect(statusAfter(item, told)).toBeUndefined();
        expect(hearReport(told, report(told.state))).toBeUndefined();
      }),
    );
  });

  it('stay apart where the ticket is gone', () => {
    fc.assert(
      fc.property(statuses, (status) => {
        const item = anItem({ status });
        expect(statusAfter(item, ticketOf(item, { state: 'gone' }))).toBeUndefined();
      }),
    );
  });
});

describe('jiraClosing', () => {
  it.each([
    ['Done', 'done'],
    ['Fixed', 'done'],
    [undefined, 'done'],
    ["Won't Do", 'wont-do'],
    ['Won’t Fix', 'wont-do'],
    ['Cancelled', 'wont-do'],
    ['Declined', 'wont-do'],
    ['Duplicate', 'wont-do'],
    ['Rejected', 'wont-do'],
    ['Cannot Reproduce', 'wont-do'],
    ['Obsolete', 'wont-do'],
    ['Not planned', 'wont-do'],
  ] as const)('takes %s for %s', (name, expected) => {
    expect(jiraClosing(name)).toBe(expected);
  });
});

describe('jiraState', () => {
  it.each([
    ['done', 'Fixed', 'done'],
    ['done', 'Declined', 'wont-do'],
    ['done', undefined, 'done'],
    ['indeterminate', undefined, 'open'],
    // A site may leave the resolution when an issue is opened again.
    ['new', 'Fixed', 'open'],
  ] as const)('of the category %s, resolved as %s, is %s', (key, name, expected) => {
    const resolution = name === undefined ? null : { name };

    expect(jiraState({ status: { statusCategory: { key } }, resolution })).toBe(expected);
  });
});

describe('githubClosing', () => {
  it.each([
    ['completed', 'done'],
    [null, 'done'],
    [undefined, 'done'],
    ['not_planned', 'wont-do'],
    ['duplicate', 'wont-do'],
  ] as const)('takes %s for %s', (reason, expected) => {
    expect(githubClosing(reason)).toBe(expected);
  });
});
