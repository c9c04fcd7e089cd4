import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { type IncidentId, incidentId, type PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { ReviewEntry } from '../../domain/postmortem/review/review-entry.ts';
import type {
  AskedReview,
  PublishedPostmortem,
  ReviewStep,
} from '../../use-cases/postmortem/review/review-messenger.ts';
import { actions, button, context, type Message, paragraph, quote, section, when } from '../blocks/layout.ts';
import { limits } from '../blocks/limits.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { buttons, COMMAND, forms } from '../identifiers.ts';
import { inChannel, incidentTitle } from '../text/describe-incident.ts';
import { draftBlocks, draftItemsLink } from './draft-blocks.ts';
import { formButton } from './form-button.ts';

/** For a reviewer, by direct message. */
export function reviewerMessage(asked: AskedReview): Message {
  const { incident, entry } = asked;
  const text = `👀 <@${entry.by}> asks you to review the postmortem of ${incidentTitle(incident)}${inChannel(incident)}.`;
  return { text, blocks: [section(text), ...wordsOf(entry), ...toRead(asked)] };
}

/** Instead of what they approved without having seen it. */
export function changedMessage(asked: AskedReview): Message {
  const text = `👀 The postmortem of ${incidentTitle(asked.incident)}${inChannel(asked.incident)} was changed since you were shown it. Nothing was approved. Look it over again:`;
  return { text, blocks: [section(text), ...toRead(asked)] };
}

const Reviewed = z.tuple([z.string().min(1).transform(incidentId), z.string().min(1)]);

function writeReviewed({ id }: Incident, version: string): string {
  return `${id}:${version}`;
}

/** Which incident's postmortem a reviewer was shown, and in which version. */
export function readReviewed(value: string): { readonly incidentId: IncidentId; readonly shown: string } {
  const [id, shown] = Reviewed.parse(value.split(':'));
  return { incidentId: id, shown };
}

function toRead({ incident, postmortem, version }: AskedReview): KnownBlock[] {
  const approve = button({
    label: 'Approve',
    action: buttons.approvePostmortem,
    value: writeReviewed(incident, version),
    style: 'primary',
  });
  return [
    ...draftBlocks(postmortem),
    ...draftItemsLink(postmortem, incident),
    context(
      `All of it stands in its channel, as Markdown and as a page; \`${COMMAND} postmortem\` there shows where it stands.`,
    ),
    actions(approve, formButton('Ask for changes…', forms.askForChanges, undefined, incident.id)),
  ];
}

export function approvedAnswer(incident: Incident): Message {
  const text = `✅ You approved the postmortem of ${incidentTitle(incident)}${inChannel(incident)} as it is now. Should it be changed after this, everybody sees that it was.`;
  const blocks = [section(text), actions(formButton('Ask for changes…', forms.askForChanges, undefined, incident.id))];
  return { text, blocks };
}

/** In the incident's channel. */
export function reviewLine({ entry, reviewers }: ReviewStep): Message {
  const line = `${deed(entry, reviewers)}${entry.words === '' ? '.' : ':'}`;
  return { text: line, blocks: [context(line), ...wordsOf(entry)] };
}

function deed({ kind, by, words }: ReviewEntry, reviewers: readonly PersonId[]): string {
  switch (kind) {
    case 'asked':
      return `👀 <@${by}> asks ${mentions(reviewers)} to review the postmortem`;
    case 'approved':
      return `✅ <@${by}> approved the postmortem`;
    case 'changes-asked':
      return `✏️ <@${by}> asks for changes to the postmortem`;
    case 'published':
      return `📄 <@${by}> published the postmortem${words === '' ? '' : ' although something was in the way'}`;
    case 'taken-back':
      return `↩️ <@${by}> took the postmortem back; it is a draft again`;
  }
}

export function mentions(people: readonly PersonId[]): string {
  const all = people.map((id) => `<@${id}>`);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

/** In the channel of the policy. */
export function publishedMessage({ incident, entry, postmortem }: PublishedPostmortem): Message {
  const text = `📄 The postmortem of ${incidentTitle(incident)} is published, by <@${entry.by}>.`;
  return {
    text,
    blocks: [
      section(text),
      ...when(entry.words !== '', () => [context('It was published although something was in the way, because:')]),
      ...wordsOf(entry),
      ...draftBlocks(postmortem),
      ...draftItemsLink(postmortem, incident),
      ...when(incident.channel !== undefined, () => [context(`All of it stands in <#${incident.channel}>.`)]),
    ],
  };
}

export function withdrawnMessage(incident: Incident): Message {
  return paragraph(
    `↩️ The postmortem of ${incidentTitle(incident)} was published here, and is worked on again${inChannel(incident)}.`,
  );
}

/** All of them, with their links where Slack takes so much. */
function wordsOf({ words }: ReviewEntry): KnownBlock[] {
  const escaped = escapeMrkdwn(words);
  return words === '' ? [] : escaped.length <= limits.sectionText ? [section(escaped)] : quote(words);
}
