import { hearReport, statusAfter, type TicketReport } from '../../domain/action-items/ticket.ts';
import { accept, unreachable } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { keepChange } from '../action-items/keep-change.ts';
import { readItem } from '../action-items/read-item.ts';
import { redrawItem } from '../action-items/redraw-item.ts';
import type { Ports, Records } from '../ports.ts';
import type { Tracker } from '../tracker-port.ts';

/** What came of a word of the tracker. */
export type Heard = 'changed' | 'nothing-new' | 'unknown-ticket';

/** What the tracker says of a ticket, which is mostly none of ours. */
export async function hearTicket(
  ports: Pick<Ports, 'database' | 'tracker' | 'clock' | 'wake'>,
  report: TicketReport,
): Promise<Heard> {
  const { tracker, clock } = ports;
  if (tracker === undefined) {
    return 'unknown-ticket';
  }
  const outcome = await ports.database.transaction<Heard, never>(async (records) =>
    accept(await hearReportOf(records, { tracker, report, now: clock.now() })),
  );
  ports.wake();
  return outcome.ok ? outcome.value : unreachable(outcome.refusal);
}

/** The same in the caller's transaction. */
export async function hearReportOf(
  records: Records,
  heard: {
    readonly tracker: Pick<Tracker, 'kind' | 'name'>;
    readonly report: TicketReport;
    readonly now: Instant;
  },
): Promise<Heard> {
  const { tracker, report, now } = heard;
  const known = await records.tickets.findByKey(tracker.kind, report.key);
  if (known === undefined) {
    return 'unknown-ticket';
  }
  const ticket = hearReport(known, report);
  if (ticket === undefined) {
    return 'nothing-new';
  }
  await records.tickets.save(ticket);
  const { item, incident } = await readItem(records, ticket.actionItemId);
  const status = statusAfter(item, ticket);
  if (status === undefined) {
    await redrawItem(records, { item, incident }, now);
    return 'changed';
  }
  await keepChange(records, {
    incident,
    before: item,
    after: { ...item, status, endedAt: status === 'open' ? undefined : now },
    by: undefined,
    action: 'hear-ticket',
    reason: reasonOf(tracker, report),
    now,
  });
  return 'changed';
}

/** `closed as not planned in GitHub by octocat` */
function reasonOf({ name }: Pick<Tracker, 'name'>, { state, by }: TicketReport): string {
  const what = { open: 'opened again', done: 'closed', 'wont-do': 'closed as not planned', gone: 'deleted' }[state];
  return by === undefined ? `${what} in ${name}` : `${what} in ${name} by ${by}`;
}
