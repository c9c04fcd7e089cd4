import type { Incident } from '../../domain/incident/incident.ts';
import { type Message, section } from '../blocks/layout.ts';
import { forms } from '../identifiers.ts';
import { calledName } from '../text/describe-incident.ts';
import { type CarriedMessage, writeCarried } from './carried-message.ts';
import { formButton } from './form-button.ts';
import { listLine } from './incident-messages.ts';

const QUESTIONS = {
  [forms.addToTimeline]: 'To whose timeline should I add the message?',
  [forms.actionItem]: 'Which one is the action item for?',
};

/** Asks to which of these a message of another channel belongs; each button opens the form for its incident. */
export function whichIncident(
  open: readonly Incident[],
  message: Omit<CarriedMessage, 'incidentId'>,
  form: keyof typeof QUESTIONS,
): Message {
  const text = `This channel belongs to no incident. ${QUESTIONS[form]}`;
  return {
    text,
    blocks: [
      section(text),
      ...open.map((incident) =>
        section(
          listLine(incident),
          formButton(
            `Add to ${calledName(incident)}`,
            form,
            undefined,
            writeCarried({ ...message, incidentId: incident.id }),
          ),
        ),
      ),
    ],
  };
}
