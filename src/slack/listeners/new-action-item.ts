import { ACTION_ITEM_KINDS } from '../../domain/action-items/action-item.ts';
import { dueDaysOf } from '../../domain/action-items/default-due.ts';
import { parseActionItem, splitPriority } from '../../domain/action-items/parse-action-item.ts';
import { type AddActionItemRefusal, addActionItem } from '../../use-cases/action-items/add-action-item.ts';
import { groupsFor } from '../../use-cases/action-items/groups-for.ts';
import { reactForItem } from '../../use-cases/action-items/item-of-message.ts';
import { findChosenIncident } from '../../use-cases/incident/find-chosen-incident.ts';
import { findIncidentHere } from '../../use-cases/incident/find-incident-here.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { events, forms, messageShortcuts } from '../identifiers.ts';
import { readCarried, writeCarried } from '../messages/carried-message.ts';
import { newActionItemAnswer } from '../messages/new-action-item-answer.ts';
import { actionItemModal, readActionItemModal } from '../modals/action-item-modal.ts';
import type { FormContext } from '../modals/form-metadata.ts';
import { firstParty, readMarkup, splitLeadingParties } from '../text/read-markup.ts';
import { answerSubmission } from './answer-submission.ts';
import { askWhichIncident } from './ask-which-incident.ts';
import {
  type Answer,
  type Command,
  type EventDelivery,
  type Feature,
  type FormAsker,
  type MessageShortcutUse,
  type Submission,
  type SubmissionAnswer,
  say,
  sayNo,
} from './feature.ts';
import { readChosenOwner } from './read-chosen-owner.ts';
import { readLeadingParty } from './read-leading-party.ts';
import { readMessageUse } from './read-message-use.ts';
import { readReaction } from './read-reaction.ts';

/** Making follow-up work. */
export function newActionItemFeature(ports: Ports): Feature {
  return {
    verbs: { action: (command) => add(ports, command) },
    forms: { [forms.actionItem]: (asker) => openByButton(ports, asker) },
    submissions: { [forms.actionItem]: (submission) => submitNew(ports, submission) },
    messageShortcuts: { [messageShortcuts.createActionItem]: (use) => openOnMessage(ports, use) },
    events: { [events.reactionAdded]: (delivery) => react(ports, delivery) },
  };
}

/** What may stand before the owner, `detect:`, and what was meant for a priority, `P5`. */
const BEFORE_OWNER = new RegExp(
  String.raw`^(?:p\d+\s*[:,]?\s+|(?:${ACTION_ITEM_KINDS.join('|')})\s*:\s*)+(?=<@|<!subteam|@)`,
  'iu',
);

async function add(ports: Ports, command: Command): Promise<Answer> {
  const { priority, rest: said } = splitPriority(command.markup);
  const [marks = ''] = BEFORE_OWNER.exec(said) ?? [];
  const markup = said.slice(marks.length);
  const leading = readLeadingParty({ ...command, markup });
  if (!leading.ok) {
    return sayNo(leading.refusal);
  }
  const { party, rest } = leading.value;
  const { leftOutTime, unclearDay, ...parsed } = parseActionItem(
    readMarkup(`${marks}${rest}`, command.names),
    command.speaker,
  );
  const outcome = await addActionItem(ports, {
    ...command,
    ...parsed,
    priority: priority ?? parsed.priority,
    owner: party,
    doneWhen: undefined,
    saidAt: command.speaker.now,
    through: 'command',
  });
  const named = party === undefined ? firstParty(rest) : splitLeadingParties(markup).parties[1];
  return outcome.ok
    ? say(newActionItemAnswer(outcome.value, { leftOutTime, unclearDay, named }))
    : sayNo(outcome.refusal);
}

/** Where the button says of which kind one is missing, the form begins with it; where it carries a message, with that. */
async function openByButton(ports: Ports, asker: FormAsker): Promise<Answer> {
  const carried = readCarried(asker.value ?? '');
  if (carried === undefined) {
    const kind = ACTION_ITEM_KINDS.find((each) => each === asker.value);
    return form(ports, asker, { channel: asker.channel, message: undefined, title: '', kind, value: kind });
  }
  const { incidentId, channel, text: title, ...message } = carried;
  return form(ports, asker, { channel, message, incidentId, title, value: asker.value });
}

async function openOnMessage(ports: Ports, use: MessageShortcutUse): Promise<Answer> {
  const read = await readMessageUse(ports, use);
  if (!read.ok) {
    return askWhichIncident(ports, use, { refusal: read.refusal, form: forms.actionItem });
  }
  const { incidentId: _, channel, text: title, ...message } = read.value;
  return form(ports, use, { channel, message, title, value: writeCarried(read.value) });
}

async function form(
  { database: { records }, policy }: Ports,
  asker: FormAsker,
  opening: FormContext &
    Pick<Parameters<typeof actionItemModal>[0], 'title' | 'kind'> & { readonly value: string | undefined },
): Promise<Answer> {
  const { value, ...props } = opening;
  const { incidentId } = props;
  const found =
    incidentId === undefined
      ? await findIncidentHere(records, asker)
      : await findChosenIncident(records, asker, incidentId);
  if (!found.ok && found.refusal.kind === 'no-such-incident') {
    return sayNo(found.refusal);
  }
  const groups = await groupsFor(records, asker.teamId, found.ok ? found.value : undefined);
  const dueDays = found.ok ? dueDaysOf(found.value.severity, policy.actionItems) : undefined;
  return {
    kind: 'form',
    modal: actionItemModal({ ...props, groups, dueDays }),
    name: forms.actionItem,
    label: 'Action item',
    ...(value === undefined ? {} : { value }),
  };
}

async function submitNew(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const { channel, incidentId, message, person, group, ...item } = readActionItemModal(submission.view);
  const owner = await readChosenOwner(ports, submission, { person, group });
  if (!owner.ok) {
    return owner.refusal;
  }
  const outcome = await addActionItem(ports, {
    ...submission,
    ...item,
    channel,
    incidentId,
    owner: owner.value,
    permalink: message?.permalink,
    saidAt: undefined,
    through: 'form',
  });
  return answerSubmission(outcome, (refusal) => fieldOf(refusal, group !== undefined));
}

function fieldOf({ kind }: AddActionItemRefusal, isOfGroup: boolean): string {
  switch (kind) {
    case 'empty-text':
    case 'no-incident-here':
    case 'no-such-incident':
      return 'title';
    case 'due-in-the-past':
    case 'due-too-far':
      return 'due';
    default:
      return isOfGroup ? 'group' : 'owner';
  }
}

async function react(ports: Ports, { requester, event }: EventDelivery): Promise<void> {
  const reaction = readReaction(event);
  if (reaction !== undefined) {
    // The timeline hears the same event by the same key.
    const deliveryKey = `${requester.deliveryKey}:action-item`;
    await reactForItem(ports, { ...requester, ...reaction, deliveryKey });
  }
}
