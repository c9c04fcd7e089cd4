import { PROSE_PARTS, type ProsePart, type Statement } from '../check/stated-postmortem.ts';
import { splitSentences } from '../check/words/split-sentences.ts';
import { type Block, textOf } from './block.ts';
import { kindNamed } from './event-kind.ts';
import { leadingTime } from './leading-time.ts';
import { type Role, SECTION_OF_ROLE } from './role.ts';
import type { Told } from './told.ts';

type Prose = Record<ProsePart, Statement[]>;

const RESOLVING =
  /(?<!\p{L})(?:resol(?:ved|ution)|restor(?:ed|ing)|fix(?:ed)?|restart(?:ed|ing)|mitigated|corrected|rolled back|reverted|recovered)(?!\p{L})/iu;
const OUTSIDE =
  /(?<!\p{L})(?:customers?|public(?:ly)?|users?|clients?|status ?page|social media|twitter|website|press|external(?:ly)?)(?!\p{L})/iu;

/** What people wrote, by the part that it belongs to, one statement for each paragraph, item or row. */
export function readProse(told: readonly Told[]): Readonly<Record<ProsePart, readonly Statement[]>> {
  const prose = Object.fromEntries(PROSE_PARTS.map((part): [ProsePart, Statement[]] => [part, []])) as Prose;
  const hasSummary = told.some(({ role }) => role === 'summary');
  const hasList = hasListedActions(told);
  for (const { role, block, isTop, isLabelled } of told) {
    const text = textOf(block);
    const isStory =
      isTop && !isLabelled && !hasSummary && block.kind === 'paragraph' && text.split(' ').length >= LEAST_WORDS;
    const meant =
      role === undefined || role === 'title'
        ? isStory
          ? 'summary'
          : undefined
        : ((hasList ? learnt(role, block) : undefined) ?? role);
    for (const [part, words] of isUnwritten(block) || meant === undefined ? [] : partsOf(meant, text)) {
      const line = block.pieces[0]?.line ?? 1;
      prose[part].push({ text: words, place: { section: SECTION_OF_ROLE[part], line, part } });
    }
  }
  if (prose['customer-impact'].length + prose.affected.length === 0) {
    prose['customer-impact'].push(...prose.summary.flatMap(impactIn));
  }
  return prose;
}

const HURT =
  /(?<!\p{L})(?:users?|customers?|clients?|visitors?|guests?|subscribers?|people|requests?|orders?|bookings?|traffic)(?!\p{L})|\d\s?%|\d per ?cent/iu;
const HOW =
  /(?<!\p{L})(?:affect(?:ed|ing|s)?|impact(?:ed|ing|s)?|unable|could ?n[o’']t|could not|not able|disrupt\w*|fail(?:ed|ing|s)?|los[te]\w*|unavailable|inaccessible|without|slow\w*|errors?)(?!\p{L})/iu;

/** Many say in the summary whom it hurt, and nowhere else. */
function impactIn({ text, place }: Statement): readonly Statement[] {
  const sentences = splitSentences(text).filter((sentence) => HURT.test(sentence) && HOW.test(sentence));
  const part = 'customer-impact' as const;
  return sentences.length === 0
    ? []
    : [{ text: sentences.join(' '), place: { ...place, section: SECTION_OF_ROLE[part], part } }];
}

function learnt(role: Role, block: Block): Role | undefined {
  return isOfActions(role) && isLesson(block) ? 'lessons' : undefined;
}

/** Where there are none, each line is an action. */
export function hasListedActions(told: readonly Told[]): boolean {
  return told.some(({ role, block }) => isOfActions(role) && block.kind !== 'paragraph');
}

export function isOfActions(role: Role | undefined): role is Role {
  return role !== undefined && SECTION_OF_ROLE[role] === 'action-items';
}

/** With what people end a document, below its last list. */
export function isLesson(block: Block): boolean {
  return block.kind === 'paragraph' && LEARNT.test(textOf(block));
}

const LEARNT =
  /(?<!\p{L})(?:lessons?|learn(?:ed|t|ing|ings)|highlight(?:s|ed)|underscore[sd]?|take-?aways?)(?!\p{L})/iu;

/** Shorter, what stands below the title is a subtitle. */
const LEAST_WORDS = 6;
const PLACEHOLDER =
  /^(?:tbd|tba|tbc|to ?do|n\/?a|to be (?:determined|done|written|added|filled in)|\.{3}|…|-+|\?+)\.?$/iu;

/** What our own drafts say where nobody has written anything stands in italics, as in `_Nobody has written this yet._` */
function isUnwritten(block: Block): boolean {
  const isGap = block.kind === 'paragraph' && block.isAside && GAP.test(textOf(block));
  const isIntroduction = block.kind === 'paragraph' && /^.{1,100}:$/u.test(textOf(block));
  return (
    isGap || isIntroduction || PLACEHOLDER.test(textOf(block)) || (block.kind === 'item' && isRetold(textOf(block)))
  );
}

/** Our own drafts repeat events of the timeline where they matter: `2024-06-09 18:20 UTC+3, detected: …` */
function isRetold(text: string): boolean {
  const [, kind = ''] = /^([a-z][a-z ]{2,20}):/u.exec(leadingTime(text)?.rest ?? '') ?? [];
  return kindNamed(kind) !== undefined;
}

const GAP = /^(?:nobody|nothing|no|none|there (?:is|are) no|not)(?!\p{L})/iu;

function partsOf(role: Role, text: string): readonly (readonly [ProsePart, string])[] {
  switch (role) {
    case 'cause-and-resolution':
      return bySentence(text, (sentence) => (RESOLVING.test(sentence) ? 'resolution' : 'root-cause'));
    case 'communication':
      return bySentence(text, (sentence) =>
        OUTSIDE.test(sentence) ? 'external-communication' : 'internal-communication',
      );
    case 'trigger':
      return [['contributing-factors', `Trigger: ${text}`]];
    default:
      return isPart(role) && text !== '' ? [[role, text]] : [];
  }
}

function bySentence(text: string, partOf: (sentence: string) => ProsePart): readonly (readonly [ProsePart, string])[] {
  const parts = new Map<ProsePart, string[]>();
  for (const sentence of splitSentences(text)) {
    const part = partOf(sentence);
    const sentences = parts.get(part) ?? [];
    sentences.push(sentence);
    parts.set(part, sentences);
  }
  return [...parts].map(([part, sentences]) => [part, sentences.join(' ')]);
}

function isPart(role: Role): role is ProsePart {
  return PROSE_PARTS.some((part) => part === role);
}
