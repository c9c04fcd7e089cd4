import type { ViewOutput } from '@slack/bolt';
import { type ChannelId, groupId } from '../../domain/ids.ts';
import type { ChosenTargets } from '../../use-cases/escalation/chosen-targets.ts';
import type { OfferedTargets } from '../../use-cases/escalation/offer-targets.ts';
import { choiceField, choicesField, type Modal, modal, peopleField, textField } from '../blocks/fields.ts';
import { section, when } from '../blocks/layout.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { forms } from '../identifiers.ts';
import { type FormContext, readFormMetadata, writeFormMetadata } from './form-metadata.ts';
import { readChoice, readChoices, readPeople, readText } from './read-fields.ts';

export interface EscalateForm extends FormContext {
  readonly chosen: ChosenTargets;
  readonly reason: string;
  readonly isUrgent: boolean;
}

/** So that all of it fits into what the next form carries, of which Slack takes 3,000 characters. */
const MOST = { people: 10, groups: 10, policies: 10, reason: 900 } as const;

const URGENCY = [
  { value: 'now', label: 'Now: calls until somebody answers' },
  { value: 'no-hurry', label: 'No hurry: calls once, nobody else in their place' },
] as const;

export function escalateModal(channel: ChannelId, { groups, policies, ...offered }: OfferedTargets): Modal {
  return modal({
    form: forms.escalate,
    title: 'Escalate',
    submit: 'Look it over',
    metadata: writeFormMetadata({ channel, message: undefined }),
    blocks: [
      section(`${whomByDefault(offered)} *Look it over* calls nobody yet.`),
      peopleField({ name: 'people', label: 'People', isOptional: true, most: MOST.people }),
      ...when(groups.length > 0, () => [
        choicesField({
          name: 'groups',
          label: 'Groups',
          isOptional: true,
          most: MOST.groups,
          choices: groups.map(({ id, handle }) => ({ value: id, label: `@${handle}` })),
        }),
      ]),
      ...when(policies.length > 0, () => [
        choicesField({
          name: 'policies',
          label: 'Escalation policies',
          isOptional: true,
          most: MOST.policies,
          choices: policies.map((name) => ({ value: name, label: name })),
        }),
      ]),
      textField({
        name: 'reason',
        label: 'Why them, why now?',
        isMultiline: true,
        isOptional: true,
        longest: MOST.reason,
      }),
      choiceField({ name: 'urgency', label: 'How urgent is it?', choices: URGENCY, initial: 'now' }),
    ],
  });
}

function whomByDefault({ severity, byDefault }: Pick<OfferedTargets, 'severity' | 'byDefault'>): string {
  return byDefault === undefined
    ? `Choose whom to call: no policy names anybody for ${escapeMrkdwn(severity)}.`
    : `Choose whom to call. Choose nobody, and the policy *${escapeMrkdwn(byDefault)}* is called, as for every ${escapeMrkdwn(severity)}.`;
}

export function readEscalateModal(view: ViewOutput): EscalateForm {
  return {
    ...readFormMetadata(view.private_metadata),
    chosen: {
      people: readPeople(view, 'people'),
      groups: readChoices(view, 'groups').map(groupId),
      policies: readChoices(view, 'policies'),
    },
    reason: readText(view, 'reason'),
    isUrgent: readChoice(view, 'urgency') !== 'no-hurry',
  };
}
