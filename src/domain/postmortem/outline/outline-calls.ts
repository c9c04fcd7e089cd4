import { reachWords } from '../../escalation/reach-words.ts';
import { unreachable } from '../../result.ts';
import { dateAndTime, inOneLine } from '../../tell-time.ts';
import { duration, millisecondsBetween, type TimeZone } from '../../time.ts';
import type { CallLine, TrackedEscalation } from '../told-escalations.ts';
import type { Block, Cell, SourceEntry } from './outline.ts';
import { outlineSource } from './outline-source.ts';

const COLUMNS = ['When', 'Who was called', 'What came of it'];

/** A row a call, which the message of its escalation shows; nothing where none is known of. */
export function outlineCalls(
  { calls, source }: Pick<TrackedEscalation, 'calls' | 'source'>,
  zone: TimeZone,
): readonly Block[] {
  const sources = source.permalink === undefined ? [] : [outlineSource(source)];
  const rows = calls.map((call) => outlineCall(call, sources, zone));
  return rows.length === 0 ? [] : [{ kind: 'table', columns: COLUMNS, rows }];
}

function outlineCall(call: CallLine, sources: readonly SourceEntry[], zone: TimeZone): readonly Cell[] {
  const { calledAt, who, via, round, step } = call;
  const as = via === undefined ? '' : ` (${via})`;
  const place = round === 1 && step === 1 ? '' : `, ${round === 1 ? '' : `round ${round}, `}step ${step}`;
  return [
    { text: inOneLine(dateAndTime(calledAt, zone)), at: calledAt, sources },
    { text: `${who}${as}${place}` },
    outcomeOf(call, zone),
  ];
}

function outcomeOf(call: CallLine, zone: TimeZone): Cell {
  const { state, calledAt, respondedAt = calledAt, note } = call;
  const responded = `${inOneLine(dateAndTime(respondedAt, zone))}, after ${duration(millisecondsBetween(calledAt, respondedAt))}`;
  switch (state) {
    case 'answered':
      return { text: `answered ${responded}` };
    case 'passed-on':
      return { text: `passed on ${responded}` };
    case 'delivered':
      return delivered(call);
    case 'failed':
      return { text: `not reached. ${whyNot(note)}`.trim(), isGap: true };
    case 'pending':
      return { text: note === undefined ? 'not called yet' : `not reached yet. ${whyNot(note)}`, isGap: true };
    case 'dropped':
      return { text: 'not called any more', isGap: true };
    default:
      return unreachable(state);
  }
}

function whyNot(note: string | undefined): string {
  return note === undefined ? '' : (reachWords(note) ?? note);
}

/** Neither a channel nor a system answers by a button. */
function delivered({ kind, note, isQuiet }: CallLine): Cell {
  switch (kind) {
    case 'webhook':
      return { text: note === undefined ? 'told' : `told, and said: ${note}` };
    case 'channel':
      return { text: 'posted there' };
    default:
      return { text: `no answer${isQuiet ? ', in Do Not Disturb' : ''}`, isGap: true };
  }
}
