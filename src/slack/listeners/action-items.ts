import { parseActionItem } from '../../domain/action-items/parse-action-item.ts';
import { actionItemId } from '../../domain/ids.ts';
import { type AddActionItemRefusal, addActionItem } from '../../use-cases/action-items/add-action-item.ts';
import { type EditActionItemRefusal, editActionItem, findHere } from '../../use-cases/action-items/edit-action-item.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import { forms, messageShortcuts } from '../identifiers.ts';
import { actionItemAnswer } from '../messages/action-item-messages.ts';
import {
  actionItemModal,
  editActionItemModal,
  readActionItemModal,
  readEditActionItemModal,
} from '../modals/action-item-modal.ts';
import { readMarkup } from '../text/read-markup.ts';
import { answerSubmission } from './answer-submission.ts';
import {
  type Answer,
  type Command,
  type Feature,
  type MessageShortcutUse,
  type Submission,
  type SubmissionAnswer,
  say,
  sayNo,
} from './feature.ts';
import { readLeadingParty } from './read-leading-party.ts';
import { readMessageUse } from './read-message-use.ts';

/** Follow-up work: adding it, and saying more of it. */
export function actionItemFeature(ports: Ports): Feature {
  return {
    verbs: { action: (command) => add(ports, command) },
    forms: {
      [forms.actionItem]: async ({ channel }) => form({ channel, message: undefined, title: '' }),
      [forms.editActionItem]: (asker) => openEdit(ports, asker),
    },
    submissions: {
      [forms.actionItem]: (submission) => submitActionItem(ports, submission),
      [forms.editActionItem]: (submission) => submitEdit(ports, submission),
    },
    messageShortcuts: { [messageShortcuts.createActionItem]: (use) => openOnMessage(ports, use) },
  };
}

function form(props: Parameters<typeof actionItemModal>[0]): Answer {
  return { kind: 'form', modal: actionItemModal(props), name: forms.actionItem, label: 'Action item' };
}

async function add(ports: Ports, command: Command): Promise<Answer> {
  const leading = readLeadingParty(command);
  if (!leading.ok) {
    return sayNo(leading.refusal);
  }
  const { party, rest } = leading.value;
  const parsed = parseActionItem(readMarkup(rest, command.names), command.speaker);
  const outcome = await addActionItem(ports, {
    ...command,
    ...parsed,
    owner: party,
    doneWhen: undefined,
    permalink: undefined,
    saidAt: command.speaker.now,
  });
  return outcome.ok ? say(actionItemAnswer(outcome.value)) : sayNo(outcome.refusal);
}

async function submitActionItem(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { channel, message, owner, ...item } = readActionItemModal(submission.view);
  const outcome = await addActionItem(ports, {
    ...submission,
    ...item,
    channel,
    owner: owner === undefined ? undefined : { kind: 'person', id: owner },
    permalink: message?.permalink,
    saidAt: undefined,
  });
  return answerSubmission(outcome, fieldOf);
}

async function openEdit(ports: Ports, asker: RequesterInChannel & { readonly value?: string }): Promise<Answer> {
  const value = asker.value ?? '';
  const found = await findHere(ports.database.records, { ...asker, actionItemId: actionItemId(value) });
  return found.ok
    ? {
        kind: 'form',
        modal: editActionItemModal(asker.channel, found.value.item),
        name: forms.editActionItem,
        label: 'Edit',
        value,
      }
    : sayNo(found.refusal);
}

async function submitEdit(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { owner, ...item } = readEditActionItemModal(submission.view);
  const outcome = await editActionItem(ports, {
    ...submission,
    ...item,
    owner: owner === undefined ? undefined : { kind: 'person', id: owner },
  });
  return answerSubmission(outcome, fieldOf);
}

function fieldOf({ kind }: AddActionItemRefusal | EditActionItemRefusal): string {
  switch (kind) {
    case 'empty-text':
    case 'no-incident-here':
    case 'no-such-action-item':
      return 'title';
    case 'due-in-the-past':
      return 'due';
    default:
      return 'owner';
  }
}

async function openOnMessage(ports: Ports, use: MessageShortcutUse): Promise<Answer> {
  const read = await readMessageUse(ports, use);
  if (!read.ok) {
    return sayNo(read.refusal);
  }
  const { text, ...context } = read.value;
  return form({ ...context, title: text });
}
