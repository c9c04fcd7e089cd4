import { type ActionItemId, actionItemId } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import { acceptActionItem } from '../../use-cases/action-items/accept-action-item.ts';
import type { ItemNow } from '../../use-cases/action-items/action-item-messenger.ts';
import type { ItemRequest } from '../../use-cases/action-items/change-item.ts';
import { completeActionItem } from '../../use-cases/action-items/complete-action-item.ts';
import { takeActionItem } from '../../use-cases/action-items/reassign-action-item.ts';
import { reopenActionItem } from '../../use-cases/action-items/reopen-action-item.ts';
import { showItemAnew } from '../../use-cases/action-items/show-item-anew.ts';
import { previewSnooze, snoozeActionItem } from '../../use-cases/action-items/snooze-action-item.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { Message } from '../blocks/layout.ts';
import type { Refusal } from '../explain.ts';
import { buttons, forms } from '../identifiers.ts';
import { acceptedAnswer, completedAnswer, reopenedAnswer, snoozedAnswer } from '../messages/item-answers.ts';
import { readSnoozeValue } from '../messages/snooze-value.ts';
import { snoozeModal } from '../modals/item-modals.ts';
import { type Answer, type Feature, type FormAsker, type Press, say, sayNo } from './feature.ts';

/** What people press under an action item; the messages that show it follow. */
export function itemButtonFeature(ports: Ports): Feature {
  return {
    buttons: {
      [buttons.acceptActionItem]: pressing(ports, (press) => acceptActionItem(ports, press), acceptedAnswer),
      [buttons.takeActionItem]: pressing(ports, (press) => takeActionItem(ports, press), acceptedAnswer),
      [buttons.completeActionItem]: pressing(ports, (press) => completeActionItem(ports, press), completedAnswer),
      [buttons.reopenActionItem]: pressing(ports, (press) => reopenActionItem(ports, press), reopenedAnswer),
      [buttons.snoozeActionItem]: (press) => snooze(ports, press),
    },
    forms: { [forms.snoozeActionItem]: (asker) => openSnooze(ports, asker) },
  };
}

function pressing(
  ports: Ports,
  run: (press: Press & { readonly actionItemId: ActionItemId }) => Promise<Result<ItemNow, Refusal>>,
  told: (now: ItemNow) => Message,
): (press: Press) => Promise<Answer> {
  return async (press) => {
    const asked = { ...press, actionItemId: actionItemId(press.value) };
    const outcome = await run(asked);
    return outcome.ok ? say(told(outcome.value)) : tooLate(ports, asked, outcome.refusal);
  };
}

/** What is pressed once it is of no use stood in a message that shows what was so before. */
async function tooLate(ports: Ports, asked: ItemRequest, refusal: Refusal): Promise<Answer> {
  if (refusal.kind !== 'already-handled') {
    await showItemAnew(ports, asked);
  }
  return sayNo(refusal);
}

/** A choice of the menu is enough the first time; afterwards it takes a reason. */
async function snooze(ports: Ports, press: Press): Promise<Answer> {
  const { actionItemId: id, choice } = readSnoozeValue(press.value);
  if (choice === undefined) {
    return openFromMenu(ports, press);
  }
  const asked = { ...press, actionItemId: id };
  const outcome = await snoozeActionItem(ports, { ...asked, until: choice, reason: '' });
  if (!outcome.ok && outcome.refusal.kind === 'snoozed-before') {
    return openFromMenu(ports, press);
  }
  return outcome.ok ? say(snoozedAnswer(outcome.value)) : tooLate(ports, asked, outcome.refusal);
}

/** The menu goes on showing what was chosen, and takes it no second time, until its message is drawn anew. */
async function openFromMenu(ports: Ports, press: Press): Promise<Answer> {
  await showItemAnew(ports, { ...press, actionItemId: readSnoozeValue(press.value).actionItemId });
  return openSnooze(ports, press);
}

async function openSnooze(ports: Ports, asker: FormAsker): Promise<Answer> {
  const { value = '' } = asker;
  const previewed = await previewSnooze(ports, { ...asker, ...readSnoozeValue(value) });
  if (!previewed.ok) {
    return sayNo(previewed.refusal);
  }
  const { item, ending } = previewed.value;
  if (ending !== undefined) {
    return sayNo({ kind: 'item-ended', id: item.id, title: item.title, ending });
  }
  const modal = snoozeModal({ ...previewed.value, pressedIn: asker.pressedIn });
  return { kind: 'form', modal, name: forms.snoozeActionItem, label: 'Snooze…', value };
}
