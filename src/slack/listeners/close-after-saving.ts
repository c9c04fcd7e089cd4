import type { Ports } from '../../use-cases/ports.ts';
import { closeIncident } from '../../use-cases/postmortem/close-incident.ts';
import { readWriting } from '../../use-cases/postmortem/read-writing.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import { explain, type Refusal } from '../explain.ts';
import { leftOutMessage } from '../messages/section-buttons.ts';
import { resumeModal } from '../modals/resume-modal.ts';
import type { WritingContext } from '../modals/writing-metadata.ts';
import { afterSaving } from './after-saving.ts';
import { answerLater } from './answer-later.ts';
import { type FormAnswer, say } from './feature.ts';
import { formOfPurpose } from './form-of-purpose.ts';

export const CLOSED = 'The incident is closed. The draft is on its way to the channel.';

/** Whatever two wrote at once, the incident is closed first. */
export async function closeAfterSaving(
  ports: Ports,
  asker: RequesterInChannel,
  saved: Omit<WritingContext, 'shown'>,
): Promise<FormAnswer | undefined> {
  const { channel } = asker;
  const refusal = await close(ports, asker);
  if (refusal === undefined) {
    const next = await afterSaving(ports, asker, { ...saved, hasLessonsNext: false });
    return next && { ...next, told: `${CLOSED} ${next.told}` };
  }
  if (refusal.kind === 'incident-closed') {
    const told = 'Somebody closed it meanwhile. Your words are saved.';
    const { name: resume } = formOfPurpose.write;
    return {
      ...formOfPurpose.write,
      modal: resumeModal({ channel, title: 'Already closed', text: told, resume }),
      told,
    };
  }
  const told = `*The incident was not closed.* ${explain(refusal)}\n\nYour words are saved.`;
  const { name: resume } = formOfPurpose.close;
  return { ...formOfPurpose.close, modal: resumeModal({ channel, title: 'Not closed', text: told, resume }), told };
}

/** The words are safe by then: they were saved before. */
async function close(ports: Ports, asker: RequesterInChannel): Promise<Refusal | undefined> {
  const closed = await closeIncident(ports, asker);
  if (!closed.ok) {
    return closed.refusal.kind === 'already-handled' ? undefined : closed.refusal;
  }
  const read = await readWriting(ports, asker);
  const left = read.ok ? leftOutMessage(closed.value, read.value.record) : undefined;
  if (left !== undefined) {
    const { deliveryKey } = asker;
    const told = { ...asker, deliveryKey: `${deliveryKey}:left-out`, thread: undefined, responseUrl: undefined };
    await answerLater(ports, told, say(left));
  }
  return undefined;
}
