import type { Escalation } from '../../domain/escalation/escalation.ts';
import { duration, millisecondsBetween } from '../../domain/time.ts';
import type { CallStory, ToldCall } from '../../use-cases/escalation/caller.ts';
import { actions, button, context, type Message, paragraph, section, when } from '../blocks/layout.ts';
import { buttons } from '../identifiers.ts';
import { inChannel, incidentTitle, severityLabel } from '../text/describe-incident.ts';
import { reasonQuote, stateLine } from '../text/escalation-words.ts';
import { slackTime } from '../text/slack-time.ts';
import { timelineLine } from '../text/timeline-line.ts';
import { imOnIt, passOn } from './escalation-messages.ts';

const EVENT_LENGTH = 200;

/** The call as whoever is called gets it. */
export function callMessage(told: ToldCall): Message {
  const { text, blocks } = callWords(told, told.escalation, told.call.personId !== undefined);
  return { text, blocks: [...blocks, ...answers(told)] };
}

/** Its words: what, where, why, how long it has been going on, and what happened last. */
export function callWords(
  story: CallStory,
  escalation: Pick<Escalation, 'requestedBy' | 'isUrgent' | 'reason'>,
  isToPerson: boolean,
): Message {
  const { incident, lastEvents: events } = story;
  const whom = isToPerson ? 'you to' : 'for help with';
  const calm = escalation.isUrgent ? '' : ' No hurry.';
  const drill = incident.isDrill ? ' This is a drill: answer as if it were real.' : '';
  const text = `📟 <@${escalation.requestedBy}> calls ${whom} ${incidentTitle(incident)}${inChannel(incident)}.${calm}${drill}${reasonQuote(escalation)}`;
  return {
    text,
    blocks: [
      section(text),
      context(`${severityLabel(incident.severity)} · ${incident.status} · ${goingOn(story)}`),
      ...when(events.length > 0, () => [context(lastEvents(story))]),
    ],
  };
}

/** Says that no answer is needed any more. */
export function callEndedMessage({ incident, escalation }: ToldCall): Message {
  return paragraph(
    `🏁 ${incidentTitle(incident)}${inChannel(incident)} is ${incident.status}: nobody has to answer <@${escalation.requestedBy}>’s call any more.`,
  );
}

function goingOn({ since, now }: CallStory): string {
  return `going on for ${duration(millisecondsBetween(since, now))}, since ${slackTime(since)}`;
}

function lastEvents({ lastEvents: events }: CallStory): string {
  return events
    .map((event) => timelineLine({ event, saidBy: undefined, longest: EVENT_LENGTH, detail: 'time' }))
    .join('\n');
}

/** Buttons while an answer is wanted of them; what became of the call after that. */
function answers({ escalation, call }: ToldCall): Message['blocks'] {
  const isPerson = call.personId !== undefined;
  switch (escalation.state) {
    case 'calling':
    case 'unanswered':
      if (call.state === 'passed-on') {
        return [context('You passed it on.'), actions(imOnIt(escalation))];
      }
      return [actions(imOnIt(escalation), ...(isPerson ? otherAnswers(escalation) : []))];
    case 'answered':
      return isPerson && call.personId === escalation.heldBy
        ? [context(stateLine(escalation)), actions(passOn(escalation))]
        : [context(stateLine(escalation))];
    case 'ended':
      return [context(stateLine(escalation))];
  }
}

/** Once nobody is left to call there is nobody to pass on to, and no later. */
function otherAnswers(escalation: ToldCall['escalation']) {
  return escalation.state === 'calling' ? [passOn(escalation), askLater(escalation)] : [];
}

function askLater({ id }: ToldCall['escalation']) {
  return button({ label: 'Ask later', action: buttons.askLater, value: id });
}
