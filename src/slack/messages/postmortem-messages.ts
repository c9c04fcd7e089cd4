import type { KnownBlock } from '@slack/types';
import { type Incident, incidentName } from '../../domain/incident/incident.ts';
import type { Finding } from '../../domain/postmortem/check/finding.ts';
import type { Publication } from '../../use-cases/messenger.ts';
import type { ShownPostmortem } from '../../use-cases/postmortem/show-postmortem.ts';
import { actions, context, header, type Message, section, when } from '../blocks/layout.ts';
import { cut, escapeMrkdwn } from '../blocks/text.ts';
import { COMMAND, forms } from '../identifiers.ts';
import { answersInShort } from './calls-in-short.ts';
import { draftBlocks } from './draft-blocks.ts';
import { formButton } from './form-button.ts';

/** Posted in the channel on close, beside the files. */
export function postmortemMessage({ incident, postmortem, findings }: Publication): Message {
  const title = `Postmortem draft of ${incidentName(incident)}`;
  return {
    text: `${title}: ${verdict(findings)}`,
    blocks: [
      header(title),
      ...draftBlocks(postmortem),
      section(`All of it stands above, as Markdown, as a page and as JSON. ${verdict(findings)}`),
      ...findingBlocks(findings),
      actions(formButton('Edit postmortem', forms.postmortem), formButton('Action item', forms.actionItem)),
    ],
  };
}

/** The answer to `/incident postmortem`. */
export function postmortemState({ incident, postmortem, findings }: ShownPostmortem): Message {
  const answers = answersInShort(postmortem);
  return {
    text: `Postmortem of ${incidentName(incident)}: ${verdict(findings)}`,
    blocks: [
      header(`Postmortem of ${incidentName(incident)}`),
      section(`${whereabouts(incident)} ${verdict(findings)}`),
      ...(answers === undefined ? [] : [section(answers)]),
      ...findingBlocks(findings),
      actions(...stateButtons(incident)),
    ],
  };
}

function whereabouts({ status }: Incident): string {
  switch (status) {
    case 'closed':
      return 'The draft is posted in this channel. What was recorded since then stands in the next one, which saving *Write* posts.';
    case 'canceled':
      return `This was a false alarm, which gets no postmortem. If it was none, \`${COMMAND} reopen\` opens it again.`;
    default:
      return 'Closing the incident writes the draft and posts it here.';
  }
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
  const suggestions = counted(findings.length - musts, 'suggestion');
  return musts === 0
    ? `The check has ${suggestions}.`
    : `The check found ${counted(musts, 'thing')} to mend and has ${suggestions}.`;
}

function counted(count: number, thing: string): string {
  return `${count === 0 ? 'no' : count} ${thing}${count === 1 ? '' : 's'}`;
}

function findingBlocks(findings: readonly Finding[]): KnownBlock[] {
  const shown = findings.slice(0, SHOWN);
  return [
    ...shown.map(({ level, text }) => context(`${level === 'must' ? '❗' : '💬'} ${cut(escapeMrkdwn(text), FINDING)}`)),
    ...when(findings.length > shown.length, () => [
      context(`and ${findings.length - shown.length} more, in the draft`),
    ]),
  ];
}

const SHOWN = 12;
const FINDING = 400;
