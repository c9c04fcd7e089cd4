import type { TypedPart } from '../../domain/postmortem/narrative.ts';
import { NARRATIVE_TITLES } from '../../domain/postmortem/outline/section-titles.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { readWriting } from '../../use-cases/postmortem/read-writing.ts';
import { actions, section } from '../blocks/layout.ts';
import { forms } from '../identifiers.ts';
import { formButton } from '../messages/form-button.ts';
import { sectionButton } from '../messages/section-buttons.ts';
import { asksToAssign } from '../modals/assignment-fields.ts';
import { newItemsName } from '../modals/new-items-field.ts';
import { readSectionName, readWritingContext } from '../modals/writing-metadata.ts';
import { typedTitle } from '../text/typed-title.ts';
import { answerLater } from './answer-later.ts';
import { type Submission, say } from './feature.ts';
import { formOfPurpose } from './form-of-purpose.ts';

/** Slack says that the form was closed, and not what stood in it; that was kept as it was typed. */
export async function tellWhatIsKept(ports: Ports, closing: Submission): Promise<void> {
  const { channel, shown, purpose } = readWritingContext(closing.view.private_metadata);
  const asker = { ...closing, channel, thread: undefined, responseUrl: undefined };
  const read = await readWriting(ports, asker);
  const isAsked = (part: TypedPart) =>
    part === 'new-items' ? newItemsName(closing.view) !== undefined : part in shown;
  const kept = read.ok ? read.value.unsaved.map((words) => words.section).filter(isAsked) : [];
  if (kept.length > 0) {
    const titles = kept.map((part) => `*${typedTitle(part)}*`).join(', ');
    const lost = asksToAssign(closing.view) ? ' Owners and due dates that you chose there are not.' : '';
    const text = `You closed the form without saving. What you typed is kept: ${titles}.${lost}`;
    const buttonsOf =
      closing.view.callback_id === forms.section
        ? kept.flatMap((part) => readSectionName(part) ?? []).map((name) => sectionButton('Go on', name))
        : [formButton('Go on', formOfPurpose[purpose].name)];
    await answerLater(ports, asker, say({ text, blocks: [section(text), actions(...buttonsOf)] }));
  }
}

export async function tellOfConflict(ports: Ports, closing: Submission): Promise<void> {
  const { channel, conflicts } = readWritingContext(closing.view.private_metadata);
  const asker = { ...closing, channel, thread: undefined, responseUrl: undefined };
  const names = conflicts.map((conflict) => conflict.section);
  const text = `You left it open which words stand in ${names.map((name) => `*${NARRATIVE_TITLES[name]}*`).join(', ')}. Theirs do for now; yours are kept among the earlier versions.`;
  await answerLater(
    ports,
    asker,
    say({
      text,
      blocks: [section(text), actions(...names.map((name) => sectionButton(NARRATIVE_TITLES[name], name)))],
    }),
  );
}
