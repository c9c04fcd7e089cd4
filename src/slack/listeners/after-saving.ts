import type { Ports } from '../../use-cases/ports.ts';
import { readHistory, readWriting } from '../../use-cases/postmortem/read-writing.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import type { Modal } from '../blocks/fields.ts';
import { conflictModal } from '../modals/conflict-modal.ts';
import { secondStepModal } from '../modals/postmortem-modal.ts';
import type { WritingContext } from '../modals/writing-metadata.ts';

/** What comes after words were saved: what two wrote at once, one after the other, then the second step; or nothing. */
export async function afterSaving(
  ports: Ports,
  asker: RequesterInChannel,
  writing: Omit<WritingContext, 'shown'>,
): Promise<Modal | undefined> {
  const [conflict] = writing.conflicts;
  if (conflict !== undefined) {
    const history = await readHistory(ports, { ...asker, section: conflict.section });
    return history.ok ? conflictModal(writing, conflict, history.value) : undefined;
  }
  if (!writing.hasLessonsNext) {
    return undefined;
  }
  const read = await readWriting(ports, asker);
  return read.ok
    ? secondStepModal({ channel: asker.channel, purpose: writing.purpose, writing: read.value })
    : undefined;
}
