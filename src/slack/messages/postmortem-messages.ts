import type { KnownBlock } from '@slack/types';
import { type Incident, incidentName } from '../../domain/incident/incident.ts';
import type { Finding } from '../../domain/postmortem/check-postmortem.ts';
import type { Publication } from '../../use-cases/messenger.ts';
import type { ShownPostmortem } from '../../use-cases/postmortem/show-postmortem.ts';
import { actions, context, header, type Message, section, when } from '../blocks/layout.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { forms } from '../identifiers.ts';
import { formButton } from './form-button.ts';

/** Posted in the channel on close, beside the files. */
export function postmortemMessage({ incident, findings }: Publication): Message {
  const title = `Postmortem draft of ${incidentName(incident)}`;
  return {
    text: `${title}: ${verdict(findings)}`,
    blocks: [
      header(title),
      section(
        `*${escapeMrkdwn(incident.title)}*\nThe draft stands above, as Markdown and as a page. ${verdict(findings)}`,
      ),
      ...findingBlocks(findings),
      actions(formButton('Edit postmortem', forms.postmortem), formButton('Action item', forms.actionItem)),
    ],
  };
}

/** The answer to `/incident postmortem`. */
export function postmortemState({ incident, findings }: ShownPostmortem): Message {
  const where =
    incident.status === 'closed'
      ? 'The newest draft is posted in this channel.'
      : 'Closing the incident writes the draft and posts it here.';
  return {
    text: `Postmortem of ${incidentName(incident)}: ${verdict(findings)}`,
    blocks: [
      header(`Postmortem of ${incidentName(incident)}`),
      section(`${where} ${verdict(findings)}`),
      ...findingBlocks(findings),
      actions(...stateButtons(incident)),
    ],
  };
}

function stateButtons(incident: Incident) {
  const edit = formButton('Write', forms.postmortem, 'primary');
  const actionItem = formButton('Action item', forms.actionItem);
  return incident.status === 'resolved' ? [edit, actionItem, formButton('Close', forms.close)] : [edit, actionItem];
}

function verdict(findings: readonly Finding[]): string {
  const musts = findings.filter(({ level }) => level === 'must').length;
  if (findings.length === 0) {
    return 'The check finds nothing missing.';
  }
  return musts === 0
    ? `The check has ${findings.length} suggestions.`
    : `The check finds ${musts} missing, and has ${findings.length - musts} suggestions.`;
}

function findingBlocks(findings: readonly Finding[]): KnownBlock[] {
  const shown = findings.slice(0, SHOWN);
  return [
    ...shown.map(({ level, text }) => context(`${level === 'must' ? '❗' : '💬'} ${escapeMrkdwn(text)}`)),
    ...when(findings.length > shown.length, () => [
      context(`and ${findings.length - shown.length} more, in the draft`),
    ]),
  ];
}

const SHOWN = 20;
