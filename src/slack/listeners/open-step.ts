import { requireResolved } from '../../domain/incident/status.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { readWriting } from '../../use-cases/postmortem/read-writing.ts';
import { firstStepModal, secondStepModal, type Unkept, unkeptWords } from '../modals/postmortem-modal.ts';
import type { Purpose } from '../modals/writing-metadata.ts';
import { type Answer, type FormAsker, type Press, sayNo } from './feature.ts';
import { formOfPurpose } from './form-of-purpose.ts';

/** Where Slack does not show it in the form. */
const SAVED = '💾 Saved, though the form before you may not show it. This one does:';

/** The first step; `isSaved` where what the form held was just saved. */
export async function openFirstStep(
  ports: Ports,
  asker: FormAsker,
  { purpose, isSaved = false }: { readonly purpose: Purpose; readonly isSaved?: boolean },
): Promise<Answer> {
  const read = await readWriting(ports, asker);
  if (!read.ok) {
    return sayNo(read.refusal);
  }
  const closable = purpose === 'close' ? requireResolved(read.value.incident) : read;
  if (!closable.ok) {
    return sayNo(closable.refusal);
  }
  const { channel, view: replaced } = asker;
  const modal = firstStepModal({ channel, purpose, writing: read.value, isSaved, replaced });
  return { ...formOfPurpose[purpose], modal, ...(isSaved ? { told: SAVED } : {}) };
}

/** The second step in the place of the form that was saved, but for what could not be. */
export async function openSecondStep(ports: Ports, press: Press, purpose: Purpose, unkept?: Unkept): Promise<Answer> {
  const read = await readWriting(ports, press);
  if (!read.ok) {
    return sayNo(read.refusal);
  }
  const { channel, view: replaced } = press;
  const step = { channel, purpose, writing: read.value, isSaved: unkept === undefined, replaced };
  const told = unkept === undefined ? SAVED : unkeptWords(unkept);
  return { ...formOfPurpose[purpose], modal: secondStepModal(step, unkept), told };
}
