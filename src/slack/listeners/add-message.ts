import type { Incident } from '../../domain/incident/incident.ts';
import type { TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import { findChosenIncident } from '../../use-cases/incident/find-chosen-incident.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import { forms } from '../identifiers.ts';
import { type CarriedMessage, readCarried, writeCarried } from '../messages/carried-message.ts';
import { timelineModal } from '../modals/timeline-modal.ts';
import { instantOfTimestamp } from '../text/slack-time.ts';
import { askWhichIncident } from './ask-which-incident.ts';
import { openEdit } from './correction.ts';
import { type Answer, type FormAnswer, type MessageShortcutUse, sayNo } from './feature.ts';
import { readMessageUse } from './read-message-use.ts';

/** Opens the form on a message; in a channel of no incident it asks first which one is meant. */
export async function openOnMessage(ports: Ports, use: MessageShortcutUse): Promise<Answer> {
  const read = await readMessageUse(ports, use);
  if (read.ok) {
    const { text, ...context } = read.value;
    const known = await findOnTimeline(ports, use);
    if (known !== undefined) {
      return openEdit(ports, { ...use, value: known.id });
    }
    return form({ ...context, text, at: instantOfTimestamp(use.message.key) });
  }
  return askWhichIncident(ports, use, { refusal: read.refusal, form: forms.addToTimeline });
}

/** What this message made in its own channel's incident and still counts: there is nothing to add, but to correct. */
async function findOnTimeline(
  ports: Ports,
  { teamId, message }: MessageShortcutUse,
): Promise<TimelineEvent | undefined> {
  const { records } = ports.database;
  const incident = await records.incidents.findByChannel(teamId, message.channel);
  const event = incident && (await records.timeline.findByMessage(incident.id, message));
  return event?.retractedAt === undefined ? event : undefined;
}

/** An empty form for the channel's incident, or one for the message that the button carries. */
export async function openByButton(
  ports: Ports,
  asker: RequesterInChannel & { readonly value?: string },
): Promise<Answer> {
  const carried = readCarried(asker.value ?? '');
  if (carried === undefined) {
    return form({ channel: asker.channel, message: undefined, text: '', at: ports.clock.now() });
  }
  const found = await findChosenIncident(ports.database.records, asker, carried.incidentId);
  return found.ok ? formOf(found.value, carried) : sayNo(found.refusal);
}

function formOf(incident: Incident, carried: CarriedMessage): Answer {
  const { channel, key, permalink, saidBy, text, isCut } = carried;
  const message = { key, permalink, saidBy, isCut };
  const at = instantOfTimestamp(key);
  return { ...form({ channel, message, incident, text, at }), value: writeCarried(carried) };
}

function form(props: Parameters<typeof timelineModal>[0]): FormAnswer {
  return { kind: 'form', modal: timelineModal(props), name: forms.addToTimeline, label: 'Add to timeline' };
}
