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
    const known = await findOnTimeline(ports, use);
    if (known !== undefined) {
      return openEdit(ports, { ...use, value: known.id });
    }
    return formOf(read.value);
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
  return found.ok ? formOf(carried, found.value) : sayNo(found.refusal);
}

/** `incident` is the one that was chosen, where the channel may be another. */
function formOf(carried: CarriedMessage, incident?: Incident): Answer {
  const { incidentId: _, channel, text, ...message } = carried;
  const at = instantOfTimestamp(message.key);
  const opened = form({ channel, message, text, at, ...(incident === undefined ? {} : { incident }) });
  return { ...opened, value: writeCarried(carried) };
}

function form(props: Parameters<typeof timelineModal>[0]): FormAnswer {
  return { kind: 'form', modal: timelineModal(props), name: forms.addToTimeline, label: 'Add to timeline' };
}
