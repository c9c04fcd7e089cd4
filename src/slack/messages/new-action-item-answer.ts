import type { Button } from '@slack/types';
import type { ActionItem } from '../../domain/action-items/action-item.ts';
import type { ParsedActionItem } from '../../domain/action-items/parse-action-item.ts';
import { isVagueTitle, lacksDoneWhen, suggestDoneWhen } from '../../domain/action-items/suggest-done-when.ts';
import type { Party } from '../../domain/people/person.ts';
import type { AddedItem } from '../../use-cases/action-items/add-action-item.ts';
import type { MadeItem } from '../../use-cases/action-items/make-item.ts';
import { actions, context, type Message, section, when } from '../blocks/layout.ts';
import { cut, cutTyped, escapeMrkdwn } from '../blocks/text.ts';
import { COMMAND, forms } from '../identifiers.ts';
import { mention } from '../text/describe-incident.ts';
import { bold, titleWords } from '../text/item-words.ts';
import { dayWords, slackTime } from '../text/slack-time.ts';
import { formButton } from './form-button.ts';

const TITLE = 300;
const SAID = 50;

/** What stands in the words and was not read, or was left out. */
type SaidAside = Pick<ParsedActionItem, 'leftOutTime' | 'unclearDay'> & {
  /** Somebody in the text who is not its owner. */
  readonly named: Party | undefined;
};

/** What was understood, who hears of it, and what is still open, with the way to say it. */
export function newActionItemAnswer(added: AddedItem, said: SaidAside): Message {
  const { item } = added;
  const marks = [item.priority, item.kind].filter((each) => each !== undefined).map((each) => ` · *${each}*`);
  const text = `🗒️ Action item added: ${cutTyped(item.title, TITLE)}${marks.join('')} · ${dateWords(added)}. ${ownerWords(added)}`;
  const hints = [...saidHints(item, said), ...(lacksDoneWhen(item) ? [doneWhenHint(item)] : [])];
  return {
    text,
    blocks: [
      section(text),
      ...when(hints.length > 0, () => [context(...hints)]),
      actions(
        formButton('Edit', forms.editActionItem, undefined, item.id),
        ...(lacksDoneWhen(item) ? [doneWhenButton(item)] : []),
      ),
    ],
  };
}

/** Where the item was made by what has no answer. */
export function doneWhenQuestion(item: ActionItem): Message {
  const hint = doneWhenHint(item);
  return {
    text: `${titleWords(item, TITLE)}: ${hint}`,
    blocks: [section(`🗒️ ${bold(titleWords(item, TITLE))}\n${hint}`), actions(doneWhenButton(item))],
  };
}

function doneWhenButton({ id }: ActionItem): Button {
  return formButton('Done when…', forms.doneWhen, undefined, id);
}

function dateWords({ item, byDefault }: MadeItem): string {
  if (item.dueOn === undefined) {
    return 'no due date yet';
  }
  const day = `due *${dayWords(item.dueOn)}*`;
  if (byDefault === undefined) {
    return day;
  }
  const { days, severity, kind } = byDefault;
  return `${day} (${days} ${days === 1 ? 'day' : 'days'}, ${escapeMrkdwn(severity)}${kind === undefined ? '' : `, ${kind}`})`;
}

function ownerWords({ item: { owner, dueOn }, ownerAwayUntil }: AddedItem): string {
  if (owner === undefined) {
    return 'It has no owner yet: *Edit* gives it one.';
  }
  if (dueOn !== undefined && ownerAwayUntil !== undefined) {
    return `${mention(owner)} is told now, and reminded once they are back: their status says away until ${slackTime(ownerAwayUntil)}. *Edit* changes any of it.`;
  }
  return dueOn === undefined
    ? `${mention(owner)} is told now. Nobody is reminded of it until it has a due date: *Edit* gives it one.`
    : `${mention(owner)} is told now, and reminded until it is done. *Edit* changes any of it.`;
}

function saidHints({ owner }: ActionItem, { leftOutTime, unclearDay, named }: SaidAside): readonly string[] {
  return [
    ...(named === undefined ? [] : [namedWords(named, owner)]),
    ...(leftOutTime === undefined
      ? []
      : [`An item is due on a day, so “${escapeMrkdwn(cut(leftOutTime, SAID))}” was left out.`]),
    ...(unclearDay === undefined
      ? []
      : [
          `“${escapeMrkdwn(cut(unclearDay, SAID))}” could not be read as one day, so it stayed in the text. *Edit* sets the day; \`by friday\` and \`by 2024-05-17\` are understood.`,
        ]),
  ];
}

function namedWords(named: Party, owner: Party | undefined): string {
  return owner === undefined
    ? `${mention(named)} stands in the text: an owner comes first, as in \`${COMMAND} action @owner Size the pool\`.`
    : `An item has one owner, so ${mention(named)} stayed in the text.`;
}

function doneWhenHint(item: ActionItem): string {
  const why = isVagueTitle(item) ? 'It is hard to see when this is done.' : 'How will one see that it is done?';
  return `💡 ${why} For example: “${escapeMrkdwn(suggestDoneWhen(item))}”`;
}
