import { type Incident, incidentName } from '../../domain/incident/incident.ts';
import type { Publication } from '../../use-cases/messenger.ts';
import type { ShownPostmortem } from '../../use-cases/postmortem/show-postmortem.ts';
import { actions, header, type Message, section } from '../blocks/layout.ts';
import { COMMAND, forms } from '../identifiers.ts';
import { answersInShort } from './calls-in-short.ts';
import { draftBlocks } from './draft-blocks.ts';
import { findingBlocks, findingLines, verdict } from './finding-blocks.ts';
import { formButton } from './form-button.ts';

/** Posted in the channel on close, beside the files. */
export function postmortemMessage({ incident, postmortem, findings }: Publication): Message {
  const title = `Postmortem draft of ${incidentName(incident)}`;
  return {
    text: `${title}: ${verdict(findings)}`,
    blocks: [
      header(title),
      ...draftBlocks(postmortem),
      section(`All of it stands above, as Markdown and as a page. ${verdict(findings)}`),
      ...findingLines(findings),
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
