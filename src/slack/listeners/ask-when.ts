import { UTC } from '../../domain/time.ts';
import type { UnclearLog } from '../../domain/timeline/parse-log.ts';
import { findIncidentHere } from '../../use-cases/incident/find-incident-here.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { logEvent } from '../../use-cases/timeline/log-event.ts';
import { buttons } from '../identifiers.ts';
import { readChosenTime, timeQuestion } from '../messages/time-question.ts';
import { loggedAnswer } from '../messages/timeline-messages.ts';
import { readMentions } from '../text/read-markup.ts';
import { type Answer, type Command, type Feature, type Press, redraw, sayNo } from './feature.ts';

/** Logging what was said to have happened at a time that nobody should guess. */
export function askWhenFeature(ports: Ports): Feature {
  return { buttons: { [buttons.logAtTime]: (press) => logAtTime(ports, press) } };
}

/** Asks for the time alone: all else must be right before. */
export async function askWhen(ports: Ports, command: Command, unclear: UnclearLog): Promise<Answer> {
  if (unclear.logged.text === '') {
    return sayNo({ kind: 'empty-text' });
  }
  const here = await findIncidentHere(ports.database.records, command);
  if (!here.ok) {
    return sayNo(here.refusal);
  }
  const { deliveryKey: asked, permalink, markup, names } = command;
  const question = timeQuestion(unclear, { asked, permalink, mentions: readMentions(markup, names) });
  return { kind: 'refusal', refusal: unclear, question };
}

/** One question makes one event, whichever of its buttons are pressed and however often. */
async function logAtTime(ports: Ports, press: Press): Promise<Answer> {
  const { asked, ...chosen } = readChosenTime(press.value);
  const people = await ports.database.records.people.find(press.teamId, [press.personId]);
  const outcome = await logEvent(ports, { ...press, ...chosen, deliveryKey: `answered:${asked}`, source: undefined });
  if (!outcome.ok) {
    return sayNo(outcome.refusal);
  }
  return redraw(loggedAnswer(outcome.value.event, people.get(press.personId)?.timeZone ?? UTC));
}
