import { ACTION_ITEM_KINDS, type ActionItemKind, type ActionItemStatus } from '../../action-items/action-item.ts';
import type { CalendarDate } from '../../time.ts';
import type { StatedActionItem } from '../check/stated-postmortem.ts';
import { saidIn } from './columns.ts';
import { type DocumentCalendar, daysOf } from './document-calendar.ts';
import { findTimes } from './find-times.ts';
import { isOnePerson, ownerBefore } from './read-owner.ts';
import { type WordsApart, wordsApart } from './words-apart.ts';

/** What is said of an action under names of their own. */
export interface SaidAction {
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
  readonly doneWhen?: string | undefined;
  readonly status?: string | undefined;
  readonly kind?: string | undefined;
  readonly priority?: string | undefined;
}

const LABELS: readonly (readonly [keyof SaidAction, string])[] = [
  ['owner', 'owners?|assignees?|assigned to|responsible|dri|lead'],
  ['due', 'deadline|due(?: date| by| on)?|target(?: date)?|eta|by'],
  ['doneWhen', 'done when|definition of done|acceptance criteria'],
  ['status', 'status'],
  ['kind', 'kind|type|category'],
  ['priority', 'priority'],
];
const NAMES = LABELS.map(([, names]) => names).join('|');
/** `Owner: Claire`, up to the next such name or the end of its brackets. */
const LABELLED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${NAMES}|ticket)\s?[:=]\s?((?:(?!\s{0,2}[,;|–—]?\s{0,2}(?:${NAMES}|ticket)\s?[:=])[^()[\];|]){1,300})[,;|]?`,
  'giu',
);
const EMPTY_BRACKETS = /[([][\s,;–—|-]{0,10}[)\]]/gu;
const HANDLE = /(?<![\p{L}\p{N}.])@([\p{L}\p{N}][\p{L}\p{N}._-]{0,60})/u;
const BY_DAY = /(?<!\p{L})(?:by|due|before|until)\s{1,2}$/iu;
const DONE = /^(?:done|complete|completed|closed|finished|fixed|merged|shipped|resolved|yes|x|✅|✔|☑)/iu;
const GIVEN_UP =
  /^(?:won['’]?t (?:do|fix)|wont-do|will not (?:do|be done|fix)|not doing|given up|declined|cancel+ed|rejected)\b/iu;
const LONGEST = 5_000;

/** The action, with what further words say of it; of a detail only what has a name is taken. */
export function actionOf(
  action: StatedActionItem,
  { text, isDetail, said = {} }: { readonly text: string; readonly isDetail: boolean; readonly said?: SaidAction },
  calendar: DocumentCalendar,
): StatedActionItem {
  const words = text.slice(0, LONGEST);
  const labelled = { ...labelsIn(words), ...definedOf(said) };
  const apart: WordsApart = isDetail ? { task: action.text } : wordsApart(withoutLabels(words), calendar);
  const named = labelled.owner ?? apart.owner ?? (isDetail ? undefined : HANDLE.exec(apart.task)?.[0]);
  const before = isDetail || named !== undefined ? undefined : ownerBefore(apart.task);
  const owner = named ?? before?.owner;
  const title = before?.task ?? apart.task;
  const dueOn = dayOf(labelled.due, calendar) ?? apart.dueOn ?? (isDetail ? undefined : dayBy(title, calendar));
  return {
    ...action,
    text: title,
    owner: owner ?? action.owner,
    isOwnedByPerson: owner === undefined ? action.isOwnedByPerson : isOnePerson(owner),
    dueOn: dueOn ?? action.dueOn,
    doneWhen: labelled.doneWhen ?? action.doneWhen,
    kind: kindIn(labelled.kind) ?? action.kind,
    priority: labelled.priority ?? action.priority,
    status: statusIn(labelled.status) ?? action.status,
  };
}

function statusIn(words = ''): ActionItemStatus | undefined {
  if (GIVEN_UP.test(words)) {
    return 'wont-do';
  }
  return DONE.test(words) ? 'done' : undefined;
}

function labelsIn(text: string): SaidAction {
  const found = [...text.matchAll(LABELLED)].flatMap(([, name = '', value = '']) => {
    const [key] = LABELS.find(([, names]) => new RegExp(`^(?:${names})$`, 'iu').test(name)) ?? [];
    const says = saidIn({ text: value.trim().replace(/[.,;]$/u, ''), isAside: false });
    return key === undefined || says === undefined ? [] : [[key, says] as const];
  });
  return Object.fromEntries(found);
}

function definedOf(said: SaidAction): SaidAction {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function withoutLabels(text: string): string {
  return text
    .replace(LABELLED, '')
    .replace(EMPTY_BRACKETS, '')
    .replace(/\s{2,}/gu, ' ')
    .replace(/[\s,;–—|-]+$/u, '')
    .trim();
}

function dayOf(text: string | undefined, calendar: DocumentCalendar): CalendarDate | undefined {
  const mention = text === undefined ? undefined : findTimes(text).find(({ day }) => day !== undefined);
  return mention === undefined ? undefined : daysOf(mention, calendar)[0];
}

/** `… by 14 May` */
function dayBy(title: string, calendar: DocumentCalendar): CalendarDate | undefined {
  const mention = findTimes(title).find(
    ({ day, start }) => day !== undefined && BY_DAY.test(title.slice(Math.max(0, start - 10), start)),
  );
  return mention === undefined ? undefined : daysOf(mention, calendar)[0];
}

function kindIn(words: string | undefined): ActionItemKind | undefined {
  return ACTION_ITEM_KINDS.find((kind) => words?.toLowerCase().startsWith(kind.slice(0, 6)));
}
