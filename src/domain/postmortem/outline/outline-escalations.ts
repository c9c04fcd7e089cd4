import { dateAndTime, inOneLine } from '../../tell-time.ts';
import { duration, type TimeZone } from '../../time.ts';
import type { EscalationCall, Escalations } from '../postmortem.ts';
import type { Block, Cell } from './outline.ts';
import { outlineEvents } from './outline-events.ts';

const COLUMNS = ['When', 'Called', 'By', 'Why', 'Acknowledged'];

/** Nothing where nobody was called. */
export function outlineEscalations({ calls, logged }: Escalations, zone: TimeZone): readonly Block[] {
  const table: Block = { kind: 'table', columns: COLUMNS, rows: calls.map((call) => outlineCall(call, zone)) };
  const events: Block = { kind: 'events', events: outlineEvents(logged, zone) };
  return [...(calls.length === 0 ? [] : [table]), ...(logged.length === 0 ? [] : [events])];
}

function outlineCall(call: EscalationCall, zone: TimeZone): readonly Cell[] {
  return [
    { text: inOneLine(dateAndTime(call.requestedAt, zone)), at: call.requestedAt, href: call.permalink },
    { text: call.target },
    { text: call.requestedBy },
    call.reason.trim() === '' ? { text: 'no reason given', isGap: true } : { text: call.reason },
    outlineAcknowledgement(call, zone),
  ];
}

function outlineAcknowledgement(call: EscalationCall, zone: TimeZone): Cell {
  const { acknowledgedAt, acknowledgedBy, millisecondsToAcknowledge } = call;
  if (acknowledgedAt === undefined || millisecondsToAcknowledge === undefined) {
    return { text: 'nobody has acknowledged', isGap: true };
  }
  const when = inOneLine(dateAndTime(acknowledgedAt, zone));
  return { text: `${acknowledgedBy ?? 'someone unknown'}, ${when}, after ${duration(millisecondsToAcknowledge)}` };
}
