import { NARRATIVE_TITLES } from '../../domain/postmortem/outline/section-titles.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { readHistory, readWriting } from '../../use-cases/postmortem/read-writing.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import { forms } from '../identifiers.ts';
import { conflictModal } from '../modals/conflict-modal.ts';
import { secondStepModal } from '../modals/postmortem-modal.ts';
import type { WritingContext } from '../modals/writing-metadata.ts';
import type { FormAnswer } from './feature.ts';
import { formOfPurpose } from './form-of-purpose.ts';

/** What comes after words were saved: what two wrote at once, one after the other, then the second step; or nothing. */
export async function afterSaving(
  ports: Ports,
  asker: RequesterInChannel,
  writing: Omit<WritingContext, 'shown'>,
): Promise<(FormAnswer & { readonly told: string }) | undefined> {
  const [conflict] = writing.conflicts;
  if (conflict !== undefined) {
    const { section } = conflict;
    const history = await readHistory(ports, { ...asker, section });
    const label = NARRATIVE_TITLES[section];
    const told = `Somebody else wrote *${label}* while you did. Theirs stands for now; yours is kept among the earlier versions.`;
    return history.ok
      ? {
          kind: 'form',
          modal: conflictModal(writing, conflict, history.value),
          name: forms.section,
          label,
          value: section,
          told,
        }
      : undefined;
  }
  if (!writing.hasLessonsNext) {
    return undefined;
  }
  const { channel } = asker;
  const { purpose } = writing;
  const read = await readWriting(ports, asker);
  return read.ok
    ? {
        ...formOfPurpose[purpose],
        modal: secondStepModal({ channel, purpose, writing: read.value }),
        told: '💾 The first step is saved. The form goes on from there:',
      }
    : undefined;
}
