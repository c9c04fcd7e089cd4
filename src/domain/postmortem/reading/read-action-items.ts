import type { ActionItemKind } from '../../action-items/action-item.ts';
import type { StatedActionItem } from '../check/stated-postmortem.ts';
import { actionOf, type SaidAction } from './action-words.ts';
import { type ItemBlock, type Piece, type RowBlock, textOf } from './block.ts';
import { cellUnder, saidIn } from './columns.ts';
import type { DocumentCalendar } from './document-calendar.ts';
import { hasListedActions, isLesson, isOfActions } from './read-prose.ts';
import type { Role } from './role.ts';
import type { Told } from './told.ts';

export interface ActionsReading {
  readonly actionItems: readonly StatedActionItem[];
  /** Prose among them, which is none. */
  readonly unread: readonly Piece[];
}

const KINDS: Partial<Record<Role, ActionItemKind>> = {
  'mitigating-actions': 'mitigate',
  'preventing-actions': 'prevent',
  'detecting-actions': 'detect',
  'process-actions': 'process',
};

/** Each item, row or, where a document has neither, line below a heading that promises actions. */
export function readActionItems(told: readonly Told[], calendar: DocumentCalendar): ActionsReading {
  const entries = told.filter(({ role }) => isOfActions(role));
  const isListed = hasListedActions(told);
  const reading = new Reading(calendar);
  for (const { role = 'action-items', block } of entries) {
    const kind = KINDS[role];
    if (block.kind === 'row') {
      reading.addRow(block, kind);
    } else if (block.kind === 'item') {
      reading.addItem(block, kind);
    } else if (isListed ? !isLesson(block) : !block.isAside) {
      isListed ? reading.addProse(block.pieces) : reading.addLines(block.pieces, kind);
    }
  }
  return reading;
}

/** Where our own drafts have it from: `(message)`, `(as Ana told Faultline)`. */
const SOURCE = / \((?:message|[^()]* Faultline)[^()]*\)$/u;

class Reading {
  readonly actionItems: StatedActionItem[] = [];
  readonly unread: Piece[] = [];
  readonly #calendar: DocumentCalendar;
  #indent = 0;
  /** Of the last item that only gives those within it a name. */
  #isHeaded = false;

  constructor(calendar: DocumentCalendar) {
    this.#calendar = calendar;
  }

  addRow(row: RowBlock, kind: ActionItemKind | undefined): void {
    const title =
      cellUnder(row, /^(?:what|actions?|tasks?|items?|title|description|follow-?ups?|measure)/iu) ?? row.cells[0];
    const said = {
      owner: saidIn(cellUnder(row, /^(?:owner|assign|dri\b|who|responsible|lead)/iu)),
      due: saidIn(cellUnder(row, /^(?:due|deadline|by\b|when|target|eta\b|date)/iu)),
      doneWhen: saidIn(cellUnder(row, /^(?:done when|definition of done|acceptance|success|verif)/iu)),
      status:
        saidIn(cellUnder(row, /^(?:status|state|done$)/iu)) ??
        (row.cells.find(({ text }) => /(?:^|\s)DONE$/u.test(text)) && 'done'),
      kind: saidIn(cellUnder(row, /^(?:type|kind|category)/iu)),
      priority: saidIn(cellUnder(row, /^(?:priority|prio\b|urgency)/iu)),
    };
    const text = saidIn(title)?.replace(SOURCE, '');
    if (text !== undefined) {
      const ticket = saidIn(cellUnder(row, /^ticket/iu));
      const hasTicket = ticket !== undefined && !ticket.endsWith('(gone)');
      this.#push({ line: row.pieces[0]?.line ?? 1, text }, { kind, said, hasTicket });
    }
  }

  addItem(block: ItemBlock, kind: ActionItemKind | undefined): void {
    const piece = { line: block.pieces[0]?.line ?? 1, text: textOf(block) };
    const last = this.actionItems.at(-1);
    const isWithin = block.indent >= this.#indent + 2;
    if (isWithin && !this.#isHeaded && last !== undefined) {
      this.actionItems[this.actionItems.length - 1] = actionOf(
        last,
        { text: piece.text, isDetail: true },
        this.#calendar,
      );
      return;
    }
    if (!isWithin) {
      this.#indent = block.indent;
      this.#isHeaded = piece.text.endsWith(':');
    }
    if (!piece.text.endsWith(':')) {
      this.#push(piece, { kind, said: block.isTicked === true ? { status: 'done' } : {} });
    }
  }

  /** A line that begins with a small letter goes on with the one before. */
  addLines(pieces: readonly Piece[], kind: ActionItemKind | undefined): void {
    const whole: Piece[] = [];
    for (const piece of pieces) {
      const last = whole.at(-1);
      if (last !== undefined && /^\p{Ll}/u.test(piece.text)) {
        whole[whole.length - 1] = { ...last, text: `${last.text} ${piece.text}` };
      } else {
        whole.push(piece);
      }
    }
    for (const piece of whole.filter(({ text }) => !text.endsWith(':'))) {
      this.#push(piece, { kind, said: {} });
    }
  }

  addProse(pieces: readonly Piece[]): void {
    const isIntroduction = pieces.at(-1)?.text.endsWith(':') === true;
    this.unread.push(...(isIntroduction ? [] : pieces));
  }

  #push(
    { line, text }: Piece,
    {
      kind,
      said,
      hasTicket = false,
    }: { readonly kind: ActionItemKind | undefined; readonly said: SaidAction; readonly hasTicket?: boolean },
  ): void {
    const blank: StatedActionItem = {
      text: '',
      place: { section: 'action-items', line },
      owner: undefined,
      isOwnedByPerson: undefined,
      dueOn: undefined,
      kind,
      doneWhen: undefined,
      priority: undefined,
      hasTicket,
      status: 'open',
    };
    this.actionItems.push(actionOf(blank, { text, isDetail: false, said }, this.#calendar));
  }
}
