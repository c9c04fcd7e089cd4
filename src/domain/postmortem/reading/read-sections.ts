import { type Block, type ItemBlock, type ParagraphBlock, type Piece, type RowBlock, textOf } from './block.ts';
import { type Frame, framesAround, levelWithin } from './frames.ts';
import { bareLabelOf, isFact, type Label, labelOf } from './labels.ts';
import { type Role, roleOfHeading, SECTION_OF_ROLE } from './role.ts';
import type { Told, ToldTitle } from './told.ts';

export interface Sections {
  readonly told: readonly Told[];
  readonly titles: readonly ToldTitle[];
}

/** Gives everything that a document says the part that it belongs to, by the headings and labels above it. */
export function readSections(blocks: readonly Block[]): Sections {
  const reading = new Reading();
  for (const block of blocks) {
    reading.add(block);
  }
  return reading;
}

class Reading {
  readonly told: Told[] = [];
  readonly titles: ToldTitle[] = [];
  #frames: readonly Frame[] = [];
  /** What a label named since the last heading. */
  #labelled: Role | undefined;
  #columns: readonly string[] | undefined;

  add(block: Block): void {
    switch (block.kind) {
      case 'heading':
        this.#addHeading(block.level, block.pieces);
        break;
      case 'paragraph':
        this.#addParagraph(block);
        break;
      case 'item':
        this.#addItem(block);
        break;
      case 'row':
        this.#addRow(block);
    }
  }

  #addHeading(level: number, pieces: readonly Piece[]): void {
    const title = textOf({ pieces });
    const around = framesAround(this.#frames, level);
    const role = this.#roleOf(title, around);
    this.#frames = [...around, { level: levelWithin(around, level), role, hasContent: false, innerLevel: undefined }];
    this.#labelled = undefined;
    this.titles.push({ piece: { line: pieces[0]?.line ?? 1, text: title }, role });
  }

  /** A title that names no part belongs to the one around it; the first of a document is its name. */
  #roleOf(title: string, around: readonly Frame[]): Role | undefined {
    const named = roleOfHeading(title);
    const outer = around.at(-1)?.role;
    if (named !== undefined) {
      return roleWithin(named, outer);
    }
    const isName = /post-?\s?mortem/iu.test(title) || this.titles.length === 0;
    return outer === undefined || outer === 'title' ? (isName ? 'title' : undefined) : outer;
  }

  #addParagraph(block: ParagraphBlock): void {
    const { pieces } = block;
    let start = 0;
    const flush = (end: number) => {
      if (end > start) {
        this.#tell({ ...block, pieces: pieces.slice(start, end) });
      }
      start = end;
    };
    pieces.forEach((piece, index) => {
      const label = this.#labelIn(piece.text, pieces.length === 1);
      if (label === undefined && index === 0 && this.told.length > 0 && SHOUTED_TITLE.test(piece.text)) {
        this.#addShouted(piece);
        start = 1;
      } else if (label !== undefined) {
        flush(index);
        this.#addLabel(label, piece, block);
        start = index + 1;
      }
    });
    flush(pieces.length);
  }

  /** One whose words name no part is told as not understood. */
  #addShouted(piece: Piece): void {
    const role = roleOfHeading(piece.text);
    this.#labelled = role ?? this.#labelled;
    this.titles.push({ piece, role });
  }

  #labelIn(line: string, isAlone: boolean): Label | undefined {
    const label = labelOf(line) ?? (isAlone || isShouted(line) ? bareLabelOf(line) : undefined);
    return label === undefined || this.#isOwnLabel(label, line) ? undefined : label;
  }

  /** `Detection: alert on the pool` is an action, `Immediate fixes: restarted it` tells what was done. */
  #isOwnLabel({ role, rest }: Label, line: string): boolean {
    const isEntry = hasOwnLabels(this.#role) && isFact(role);
    const isAction = this.#isInActions && rest !== '' && TITLES_OF_ACTIONS.includes(role) && !/^immediate/iu.test(line);
    return isEntry || isAction;
  }

  #addLabel({ role, rest }: Label, piece: Piece, block: ParagraphBlock | ItemBlock): void {
    const meant = roleWithin(role, this.#role);
    if (rest === '') {
      this.#labelled = meant;
      this.titles.push({ piece, role: meant });
      return;
    }
    const isPassing = isFact(role) || block.kind === 'item' || this.#role === 'timeline';
    if (!isPassing) {
      this.#labelled = meant;
    }
    this.#tell({ ...block, pieces: [{ ...piece, text: rest }] }, meant);
  }

  #addItem(block: ItemBlock): void {
    const [first, ...more] = block.pieces;
    const label = first === undefined ? undefined : labelOf(first.text);
    const isOwn = hasOwnLabels(this.#role) && !(isOfLessons(this.#role) && isOfLessons(label?.role));
    if (first === undefined || label === undefined || isOwn) {
      this.#tell(block);
      return;
    }
    this.#addLabel(label, { ...first, text: first.text }, block);
    if (more.length > 0) {
      this.#tell({ ...block, pieces: more });
    }
  }

  /** A table of names and values says what lines with labels do, and so may its head. */
  #addRow(block: RowBlock): void {
    const isPairs = block.columns.length === 2 && !hasOwnLabels(this.#role);
    if (isPairs && this.#columns !== block.columns) {
      this.#columns = block.columns;
      const line = Math.max(1, (block.pieces[0]?.line ?? 1) - 2);
      this.#addPair(block.columns, { ...block, pieces: [{ line, text: '' }] });
    }
    if (
      !(
        isPairs &&
        this.#addPair(
          block.cells.map(({ text }) => text),
          block,
        )
      )
    ) {
      this.#tell(block);
    }
  }

  #addPair([name = '', value = '']: readonly string[], block: RowBlock): boolean {
    const label = labelOf(`${name}: ${value}`);
    const { line } = block.pieces[0] ?? { line: 1 };
    if (label !== undefined && label.rest !== '') {
      this.#tell({ ...block, pieces: [{ line, text: label.rest }] }, roleWithin(label.role, this.#role));
    }
    return label !== undefined;
  }

  get #role(): Role | undefined {
    return this.#labelled ?? this.#frames.at(-1)?.role;
  }

  #tell(block: Told['block'], labelled?: Role): void {
    const last = this.#frames.at(-1);
    if (last !== undefined && !last.hasContent) {
      this.#frames = [...this.#frames.slice(0, -1), { ...last, hasContent: true }];
    }
    const isTop = this.#labelled === undefined && (last === undefined || last.role === 'title');
    const role = labelled ?? this.#role;
    this.told.push({ role, block, isTop, isLabelled: labelled !== undefined, isInTimeline: this.#isInTimeline });
  }

  get #isInActions(): boolean {
    return this.#role !== undefined && SECTION_OF_ROLE[this.#role] === 'action-items';
  }

  get #isInTimeline(): boolean {
    return this.#labelled === undefined
      ? this.#frames.some(({ role }) => role === 'timeline')
      : this.#labelled === 'timeline';
  }
}

/** `STUFF WE LEARNED`, of two words at least. */
const SHOUTED_TITLE = /^\p{Lu}{2,}(?:[ ,&'’-]{1,3}\p{Lu}+){1,7}:?$/u;

/** `ROOT CAUSE` is a heading, whatever stands right below it. */
function isShouted(line: string): boolean {
  return line === line.toUpperCase();
}

const TITLES_OF_ACTIONS: readonly Role[] = [
  'detection',
  'resolution',
  'communication',
  'escalation',
  'internal-communication',
];

/** `Went well: the alert` */
function isOfLessons(role: Role | undefined): boolean {
  return role !== undefined && SECTION_OF_ROLE[role] === 'lessons';
}

/** There `Owner: Ana` and `Resolved: 15:30` belong to an entry. */
function hasOwnLabels(role: Role | undefined): boolean {
  const section = role === undefined ? undefined : SECTION_OF_ROLE[role];
  return (
    role === 'other' ||
    role === 'people' ||
    section === 'timeline' ||
    section === 'action-items' ||
    section === 'lessons' ||
    section === 'escalations'
  );
}

/** The same word means another thing below some headings. */
function roleWithin(role: Role, outer: Role | undefined): Role {
  if (outer === 'timeline' && role === 'action-items') {
    return 'timeline';
  }
  const isInActions = outer !== undefined && SECTION_OF_ROLE[outer] === 'action-items';
  return (isInActions ? ACTIONS_OF[role] : undefined) ?? role;
}

const ACTIONS_OF: Partial<Record<Role, Role>> = {
  detection: 'detecting-actions',
  start: 'action-items',
  end: 'action-items',
};
