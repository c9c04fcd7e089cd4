import type { Deadline } from '../../use-cases/postmortem/review/review-messenger.ts';
import { context, type Message, section } from '../blocks/layout.ts';
import { COMMAND } from '../identifiers.ts';
import { inChannel, incidentTitle } from '../text/describe-incident.ts';
import { dayWords } from '../text/slack-time.ts';
import { mentions } from './review-messages.ts';

/** For whoever leads, as the postmortem is due. */
export function deadlineMessage(deadline: Deadline): Message {
  const { incident } = deadline;
  const text = `⏰ The postmortem of ${incidentTitle(incident)}${inChannel(incident)} ${when(deadline)}. ${state(deadline)}`;
  const hint =
    incident.status === 'closed'
      ? `\`${COMMAND} postmortem\` in its channel shows what it lacks, and has the buttons *Ask for review* and *Publish*.`
      : `\`${COMMAND} close\` in its channel writes the draft.`;
  return { text, blocks: [section(text), context(hint)] };
}

function when({ reminder, dueOn }: Deadline): string {
  const day = dayWords(dueOn);
  switch (reminder) {
    case 'before':
      return `is due ${day}, the next working day`;
    case 'on-the-day':
      return `is due today, ${day}`;
    case 'after':
      return `was due ${day} and is not published`;
  }
}

function state({ incident, review }: Deadline): string {
  if (incident.status !== 'closed') {
    return `The incident is ${incident.status} and not closed yet.`;
  }
  const waiting = review.reviewers.filter(({ answer }) => answer === undefined).map(({ person }) => person);
  if (review.state === 'in-review') {
    return waiting.length === 0 ? 'Every reviewer has answered.' : `It waits for ${mentions(waiting)}.`;
  }
  const asked = review.reviewers.filter(({ answer }) => answer?.kind === 'changes-asked').map(({ person }) => person);
  return asked.length === 0
    ? 'It is a draft, and nobody was asked to review it.'
    : `${mentions(asked)} asked for changes.`;
}
