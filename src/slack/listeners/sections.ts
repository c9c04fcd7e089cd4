import type { ViewOutput } from '@slack/bolt';
import { type NarrativeSection, TYPED_PARTS } from '../../domain/postmortem/narrative.ts';
import { NARRATIVE_TITLES } from '../../domain/postmortem/outline/section-titles.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { editPostmortem } from '../../use-cases/postmortem/edit-postmortem.ts';
import { dropUnsaved } from '../../use-cases/postmortem/keep-unsaved.ts';
import { readHistory, readWriting } from '../../use-cases/postmortem/read-writing.ts';
import { restoreNarrative } from '../../use-cases/postmortem/restore-narrative.ts';
import { actions, paragraph, section } from '../blocks/layout.ts';
import { buttons, FIELD_ELEMENT, forms } from '../identifiers.ts';
import { formButton } from '../messages/form-button.ts';
import { readSectionButton, sectionButton } from '../messages/section-buttons.ts';
import { historyModal, readHistoryPage, readVersion } from '../modals/history-modal.ts';
import { readNarrative } from '../modals/narrative-fields.ts';
import { sectionModal } from '../modals/section-modal.ts';
import { readSectionName, readWritingContext, type WritingContext } from '../modals/writing-metadata.ts';
import { writtenBy } from '../text/written-by.ts';
import { afterSaving } from './after-saving.ts';
import { answerSubmission } from './answer-submission.ts';
import {
  type Answer,
  type Feature,
  type FormAsker,
  type Press,
  type Submission,
  type SubmissionAnswer,
  say,
  sayNo,
} from './feature.ts';
import { formOfPurpose } from './form-of-purpose.ts';
import { keepTyping } from './keep-typing.ts';
import { redrawPanel } from './redraw-panel.ts';
import { tellOfConflict, tellWhatIsKept } from './section-closings.ts';

/** Writing one section: alone, beside somebody else, and from its earlier versions. */
export function sectionsFeature(ports: Ports): Feature {
  const tellOfUnsaved = (closing: Submission) => tellWhatIsKept(ports, closing);
  return {
    forms: { [forms.section]: (asker) => openSection(ports, asker) },
    submissions: {
      [forms.section]: (submission) => submitSection(ports, submission),
      [forms.conflict]: (submission) => submitMerged(ports, submission),
    },
    closings: {
      [forms.close]: tellOfUnsaved,
      [forms.postmortem]: tellOfUnsaved,
      [forms.lessons]: tellOfUnsaved,
      [forms.section]: tellOfUnsaved,
      [forms.conflict]: (closing) => tellOfConflict(ports, closing),
    },
    buttons: {
      [FIELD_ELEMENT]: (press) => keepTyping(ports, press),
      [buttons.dropUnsaved]: (press) => drop(ports, press),
      [buttons.keepTheirs]: (press) => settle(ports, press, 'theirs'),
      [buttons.takeMine]: (press) => settle(ports, press, 'mine'),
      [buttons.historyPage]: (press) => showHistory(ports, press),
      [buttons.restoreVersion]: (press) => restore(ports, press),
    },
  };
}

async function openSection(ports: Ports, asker: FormAsker): Promise<Answer> {
  const pressed = readSectionButton(asker.value ?? '');
  const name = readSectionName(pressed.name);
  const panel = pressed.isInPanel ? asker.responseUrl : panelOf(asker.view);
  if (name === undefined) {
    return say(paragraph('That section is gone.'));
  }
  const history = await readHistory(ports, { ...asker, section: name });
  if (!history.ok) {
    return sayNo(history.refusal);
  }
  const read = await readWriting(ports, asker);
  if (!read.ok) {
    return sayNo(read.refusal);
  }
  return {
    kind: 'form',
    modal: sectionModal({ channel: asker.channel, panel }, read.value, history.value),
    name: forms.section,
    label: NARRATIVE_TITLES[name],
    value: name,
  };
}

function panelOf(view: ViewOutput | undefined): string | undefined {
  return view === undefined ? undefined : readWritingContext(view.private_metadata).panel;
}

async function submitSection(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const writing = readWritingContext(submission.view.private_metadata);
  return save(ports, submission, writing, writing);
}

/** What was asked about is settled by what they send, unless somebody wrote once more. */
async function submitMerged(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const writing = readWritingContext(submission.view.private_metadata);
  return save(ports, submission, writing, { ...writing, conflicts: writing.conflicts.slice(1) });
}

async function save(
  ports: Ports,
  submission: Submission,
  writing: WritingContext,
  then: WritingContext,
): Promise<SubmissionAnswer> {
  const asker = { ...submission, channel: writing.channel };
  const narrative = readNarrative(submission.view, writing);
  const saved = await editPostmortem(ports, { ...asker, narrative });
  if (!saved.ok) {
    return answerSubmission(saved, () => Object.keys(writing.shown)[0] ?? '');
  }
  const conflicts = [...saved.value.conflicts, ...then.conflicts];
  const next = await afterSaving(ports, asker, { ...then, conflicts });
  await redrawPanel(ports, asker, writing.panel);
  return next === undefined ? { kind: 'done' } : { kind: 'instead', modal: next.modal };
}

/** The form begins again with what is saved. */
async function drop(ports: Ports, press: Press): Promise<Answer | undefined> {
  if (press.view === undefined) {
    return undefined;
  }
  const { shown, purpose } = readWritingContext(press.view.private_metadata);
  const [name] = press.view.callback_id === forms.section ? sectionsOf(shown) : [];
  const sections = name === undefined ? TYPED_PARTS : [name];
  await dropUnsaved(ports, { ...press, sections, droppedAt: press.pressedAt });
  const again =
    name === undefined ? formButton('Begin again', formOfPurpose[purpose].name) : sectionButton('Begin again', name);
  const text = 'What you had typed is dropped.';
  return say({ text, blocks: [section(text), actions(again)] });
}

function sectionsOf(shown: WritingContext['shown']): readonly NarrativeSection[] {
  return Object.keys(shown).flatMap((name) => readSectionName(name) ?? []);
}

async function settle(ports: Ports, press: Press, whose: 'theirs' | 'mine'): Promise<Answer | undefined> {
  if (press.view === undefined) {
    return undefined;
  }
  const writing = readWritingContext(press.view.private_metadata);
  const [conflict, ...others] = writing.conflicts;
  if (conflict === undefined) {
    return undefined;
  }
  const { section: name, theirs, mine } = conflict;
  const taken =
    whose === 'mine'
      ? await restoreNarrative(ports, { ...press, section: name, version: mine, shownVersion: theirs })
      : undefined;
  if (taken !== undefined && !taken.ok && taken.refusal.kind !== 'overtaken') {
    return sayNo(taken.refusal);
  }
  await dropUnsaved(ports, { ...press, sections: [name], droppedAt: press.pressedAt });
  const newer = taken?.ok === false && taken.refusal.kind === 'overtaken' ? taken.refusal.by.version : undefined;
  const conflicts = newer === undefined ? others : [{ ...conflict, theirs: newer }, ...others];
  const next = await afterSaving(ports, press, { ...writing, conflicts });
  await redrawPanel(ports, press, writing.panel);
  return next ?? say(paragraph(SETTLED[whose]));
}

const SETTLED = {
  theirs: 'Their words stand. Yours are kept among the earlier versions.',
  mine: 'Your words stand. Theirs are kept among the earlier versions.',
} as const;

async function showHistory(ports: Ports, press: Press): Promise<Answer | undefined> {
  const { name, page } = readHistoryPage(press.value);
  return tellHistory(ports, press, name, { page });
}

async function tellHistory(
  ports: Ports,
  press: Press,
  name: NarrativeSection,
  view: { readonly page: number; readonly note?: string },
): Promise<Answer> {
  const read = await readHistory(ports, { ...press, section: name });
  return read.ok
    ? {
        kind: 'form',
        modal: historyModal({ channel: press.channel, panel: panelOf(press.view) }, read.value, view),
        name: forms.section,
        label: NARRATIVE_TITLES[name],
        value: name,
      }
    : sayNo(read.refusal);
}

async function restore(ports: Ports, press: Press): Promise<Answer | undefined> {
  const wanted = readVersion(press.value);
  const known = wanted.section;
  const restored = await restoreNarrative(ports, { ...press, ...wanted });
  if (restored.ok) {
    await redrawPanel(ports, press, panelOf(press.view));
    return tellHistory(ports, press, known, { page: 0, note: `Version ${wanted.version} stands again, as a new one.` });
  }
  if (restored.refusal.kind === 'overtaken') {
    const note = `⚠️ Nothing was changed: somebody wrote a newer version meanwhile, ${writtenBy(restored.refusal.by)}. Look at it first.`;
    return tellHistory(ports, press, known, { page: 0, note });
  }
  return sayNo(restored.refusal);
}
