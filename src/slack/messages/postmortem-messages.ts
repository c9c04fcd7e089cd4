import type { KnownBlock } from '@slack/types';
import type { Incident } from '../../domain/incident/incident.ts';
import type { PostedDraft } from '../../use-cases/messenger.ts';
import type { ShownPostmortem } from '../../use-cases/postmortem/show-postmortem.ts';
import { actions, header, type Message, section, when } from '../blocks/layout.ts';
import { limits } from '../blocks/limits.ts';
import { sizeOf } from '../blocks/size.ts';
import { COMMAND, forms } from '../identifiers.ts';
import { calledName } from '../text/describe-incident.ts';
import { answersInShort } from './calls-in-short.ts';
import { draftBlocks, draftItemsLink } from './draft-blocks.ts';
import { findingBlocks, findingLines, verdict } from './finding-blocks.ts';
import { formButton } from './form-button.ts';
import { gapBlocks } from './gap-button.ts';
import { postFilesButton } from './post-files-button.ts';
import { reviewBlocks } from './review-panel.ts';
import { findingsOfEmpty, sectionRows } from './section-rows.ts';

/** Posted in the channel on close, beside the files. */
export function postmortemMessage({ incident, postmortem, findings }: PostedDraft): Message {
  const isPublished = postmortem.header.review.state === 'published';
  const title = `${isPublished ? 'Postmortem' : 'Postmortem draft'} of ${calledName(incident)}`;
  return {
    text: `${title}: ${verdict(findings)}`,
    blocks: [
      header(title),
      ...draftBlocks(postmortem),
      ...draftItemsLink(postmortem, incident),
      section(`All of it stands above, as Markdown, as a page and as JSON. ${verdict(findings)}`),
      ...findingLines(findings, gapBlocks(postmortem)),
      actions(
        formButton('Edit postmortem', forms.postmortem),
        formButton('Action item', forms.actionItem),
        postFilesButton(),
      ),
    ],
  };
}

/** The answer to `/incident postmortem`. */
export function postmortemState(shown: ShownPostmortem): Message {
  const { incident, record, postmortem } = shown;
  const answers = answersInShort(postmortem);
  const title = `Postmortem of ${calledName(incident)}`;
  const said = checkWords(shown);
  const ofEmpty = isChecked(incident) ? findingsOfEmpty(record, shown.findings) : [];
  const others = shown.findings.filter((finding) => !ofEmpty.includes(finding));
  const above = [
    header(title),
    section([whereabouts(incident), said].filter((part) => part !== '').join(' ')),
    ...reviewBlocks(shown),
    ...when(incident.status !== 'canceled', () => sectionRows(record, ofEmpty)),
    ...(answers === undefined ? [] : [section(answers)]),
  ];
  const below = actions(...stateButtons(incident));
  const taken = [...above, below];
  const room = { blocks: limits.messageBlocks - taken.length, size: limits.messageSize - sizeOf(taken) };
  return {
    text: said === '' ? title : `${title}: ${said}`,
    blocks: [...above, ...checkBlocks({ ...shown, findings: others }, room), below],
  };
}

function isChecked({ status }: Incident): boolean {
  return status === 'resolved' || status === 'closed';
}

/** While it still burns nobody is asked for the words of afterwards. */
function checkWords({ incident, findings }: ShownPostmortem): string {
  if (incident.status === 'canceled') {
    return '';
  }
  return isChecked(incident) ? verdict(findings) : 'The check of what is missing comes once it is resolved.';
}

function checkBlocks(
  { incident, postmortem, findings }: ShownPostmortem,
  room: Parameters<typeof findingBlocks>[2],
): readonly KnownBlock[] {
  if (incident.status === 'canceled') {
    return [];
  }
  const gaps = gapBlocks(postmortem);
  return isChecked(incident) ? findingBlocks(findings, gaps, room) : gaps;
}

function whereabouts({ status }: Incident): string {
  switch (status) {
    case 'closed':
      return 'The files in this channel are as they were when they were posted; the canvas or pinned message follows every change.';
    case 'canceled':
      return `This was a false alarm, which gets no postmortem. If it was none, \`${COMMAND} reopen\` opens it again.`;
    default:
      return 'Closing the incident writes the draft and posts it here.';
  }
}

function stateButtons(incident: Incident) {
  const edit = formButton('Edit postmortem', forms.postmortem);
  const actionItem = formButton('Action item', forms.actionItem);
  switch (incident.status) {
    case 'resolved':
      return [edit, actionItem, formButton('Close', forms.close)];
    case 'closed':
      return [edit, actionItem, postFilesButton()];
    default:
      return [edit, actionItem];
  }
}
