import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { ownerSeen } from '../../domain/action-items/ownership.ts';
import { type ActionItemId, actionItemId, type MessageRef } from '../../domain/ids.ts';
import type { Group } from '../../domain/people/person.ts';
import type { CalendarDate } from '../../domain/time.ts';
import type { ItemNow } from '../../use-cases/action-items/action-item-messenger.ts';
import { dateField, LONGEST_REASON, type Modal, modal, personField, textField } from '../blocks/fields.ts';
import { section, when } from '../blocks/layout.ts';
import { type FormName, forms } from '../identifiers.ts';
import { inChannel, incidentTitle, mention } from '../text/describe-incident.ts';
import { bold, titleWords } from '../text/item-words.ts';
import { type ChosenOwner, groupField, readGroup } from './action-item-fields.ts';
import { PressedIn } from './pressed-in.ts';
import { readDate, readPerson, readText } from './read-fields.ts';

const TITLE = 300;

/** An item before somebody who is to say something about it. */
export interface ItemForm extends ItemNow {
  /** What others changed while it was filled in, in mrkdwn. */
  readonly meanwhile?: string;
  /** The message in which it was asked for. */
  readonly pressedIn?: MessageRef | undefined;
}

export function handBackModal(form: ItemForm): Modal {
  const { owner } = form.item;
  return itemModal(form, forms.handBackActionItem, {
    title: 'Not me',
    submit: 'Give it back',
    blocks: [
      ...when(owner?.kind === 'group', () => [
        section(
          `With you the whole of ${owner === undefined ? '' : mention(owner)} gives it back. Nobody owns it then.`,
        ),
      ]),
      reasonField('Why not you?', 'Whoever leads the incident reads it, and finds somebody else.'),
    ],
  });
}

export function giveUpModal(form: ItemForm): Modal {
  return itemModal(form, forms.giveUpActionItem, {
    title: 'Won’t do',
    submit: 'Won’t do',
    blocks: [reasonField('Why will it not be done?', 'It stands in the postmortem beside the action item.')],
  });
}

export function changeDueDateModal(form: ItemForm & { readonly chosen?: DateForm }): Modal {
  const { item, chosen } = form;
  return itemModal(form, forms.changeDueDate, {
    title: 'Change date',
    submit: 'Save',
    seen: item.dueOn ?? '',
    blocks: [
      dateField({ name: 'day', label: 'Due', initial: chosen?.day ?? item.dueOn }),
      { ...reasonField('Why?', 'It stands in the item’s history.', chosen?.reason), optional: true },
    ],
  });
}

/** `times` is how often it was put off before; from the second time it takes a reason. */
export function snoozeModal(
  form: ItemForm & { readonly until: CalendarDate | undefined; readonly times: number },
): Modal {
  const { item, until, times } = form;
  const again = times === 1 ? 'It was snoozed once before' : `It was snoozed ${times} times before`;
  const hint = times === 0 ? 'It stands in the item’s history.' : `${again}, so say why it has to wait again.`;
  return itemModal(form, forms.snoozeActionItem, {
    title: 'Snooze',
    submit: 'Snooze',
    blocks: [
      dateField({
        name: 'day',
        label: 'Until',
        hint:
          item.owner?.kind === 'person'
            ? 'A day on which its owner does not work becomes the next on which they do.'
            : 'A day on which you do not work becomes the next on which you do.',
        initial: until ?? item.snoozedUntil,
      }),
      { ...reasonField('Why?', hint), optional: times === 0 },
    ],
  });
}

/** `groups` are those that can own it: none where the incident is private. */
export function reassignModal(
  form: ItemForm & { readonly groups: readonly Group[]; readonly chosen?: ChosenOwner },
): Modal {
  const { item, groups, chosen } = form;
  return itemModal(form, forms.reassignActionItem, {
    title: 'Give it to…',
    submit: 'Give',
    seen: ownerSeen(item),
    blocks: [
      personField({ name: 'person', label: 'Person', isOptional: groups.length > 0, initial: chosen?.person }),
      ...groupField(groups, chosen?.group),
    ],
  });
}

function itemModal(
  { item, incident, meanwhile, pressedIn }: ItemForm,
  form: FormName,
  props: {
    readonly title: string;
    readonly submit: string;
    readonly seen?: string;
    readonly blocks: readonly KnownBlock[];
  },
): Modal {
  const { title, submit, seen = '', blocks } = props;
  const about = `${bold(titleWords(item, TITLE))}\n${incidentTitle(incident)}${inChannel(incident)}`;
  return modal({
    form,
    title,
    submit,
    metadata: JSON.stringify({ actionItemId: item.id, seen, pressedIn }),
    blocks: [section(about), ...when(meanwhile !== undefined, () => [section(`⚠️ ${meanwhile}`)]), ...blocks],
  });
}

function reasonField(label: string, hint: string, initial = '') {
  return textField({ name: 'reason', label, hint, initial, isMultiline: true, longest: LONGEST_REASON });
}

const Metadata = z.object({
  actionItemId: z.string().transform(actionItemId),
  seen: z.string(),
  pressedIn: PressedIn,
});

export interface ItemMetadata {
  readonly actionItemId: ActionItemId;
  readonly pressedIn?: MessageRef | undefined;
  /** What the field showed when it opened. */
  readonly seen: string;
}

export interface DateForm {
  readonly day: CalendarDate | undefined;
  readonly reason: string;
}

export interface ReassignForm extends ItemMetadata, ChosenOwner {}

export function readReasonModal(view: ViewOutput): ItemMetadata & { readonly reason: string } {
  return { ...readMetadata(view), reason: readText(view, 'reason') };
}

export function readDateModal(view: ViewOutput): ItemMetadata & DateForm {
  return { ...readReasonModal(view), day: readDate(view, 'day') };
}

export function readReassignModal(view: ViewOutput): ReassignForm {
  return { ...readMetadata(view), person: readPerson(view, 'person'), group: readGroup(view) };
}

function readMetadata(view: ViewOutput): ItemMetadata {
  return Metadata.parse(JSON.parse(view.private_metadata));
}
