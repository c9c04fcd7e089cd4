import { channelId } from '../../src/domain/ids.ts';
import { NARRATIVE_SECTIONS, type NarrativeEntry, TYPED_PARTS } from '../../src/domain/postmortem/narrative.ts';
import type { IncidentRecord } from '../../src/domain/postmortem/record.ts';
import { shorten } from '../../src/domain/shorten.ts';
import { milestonesOf } from '../../src/domain/timeline/milestone.ts';
import { openMitigations } from '../../src/domain/timeline/mitigation.ts';
import type { Modal } from '../../src/slack/blocks/fields.ts';
import { forms } from '../../src/slack/identifiers.ts';
import { conflictModal } from '../../src/slack/modals/conflict-modal.ts';
import { historyModal } from '../../src/slack/modals/history-modal.ts';
import { mitigationsModal } from '../../src/slack/modals/mitigations-modal.ts';
import { firstStepModal, secondStepModal } from '../../src/slack/modals/postmortem-modal.ts';
import { resumeModal } from '../../src/slack/modals/resume-modal.ts';
import { sectionModal } from '../../src/slack/modals/section-modal.ts';
import { updateModal } from '../../src/slack/modals/update-modal.ts';
import type { Writing } from '../../src/use-cases/postmortem/read-writing.ts';
import {
  aNarrativeEntry,
  aRecord,
  aRecordedIncident,
  at,
  claire,
  mahari,
  narrativeOf,
} from '../support/record-builder.ts';

const channel = channelId('C0INCIDENT');
const incident = aRecordedIncident({ status: 'resolved', resolvedAt: at('16:10'), closedAt: undefined });

/** The forms in which people write updates and the postmortem, with `typed` wherever a person's words go. */
export function everyWritingModal(typed: string, record: IncidentRecord): Readonly<Record<string, Modal>> {
  const writing = writingOf({ ...record, incident });
  const full = writingOf(
    aRecord({ incident, narrative: narrativeOf(Object.fromEntries(NARRATIVE_SECTIONS.map((each) => [each, typed]))) }),
  );
  const unsaved: Writing = {
    ...full,
    unsaved: TYPED_PARTS.map((section) => ({ section, text: typed, shownVersion: 1, typedAt: at('16:20') })),
  };
  const entries = versionsOf(typed);
  const long = [...entries, aNarrativeEntry({ version: 7, text: `${typed}\n\n`.repeat(6) })];
  const conflict = { section: 'summary', theirs: 2, mine: 3 } as const;
  const conflicts = [conflict, { ...conflict, section: 'lessons' } as const];
  const asked = { channel, purpose: 'close', conflicts, hasLessonsNext: true } as const;
  return {
    mitigations: mitigationsModal(channel, openMitigations(record.events)),
    update: updateModal(channel, 45),
    'update where the policy promises none': updateModal(channel, 0),
    'close: what happened': firstStepModal({ channel, purpose: 'close', writing }),
    'close: what happened, all of it written': firstStepModal({ channel, purpose: 'close', writing: full }),
    'close: what happened, with what was not sent': firstStepModal({ channel, purpose: 'close', writing: unsaved }),
    'close: what it taught': secondStepModal({ channel, purpose: 'close', writing }),
    'write: what happened, saved': firstStepModal({ channel, purpose: 'write', writing, isSaved: true }),
    'write: what it taught, with what was not sent': secondStepModal({ channel, purpose: 'write', writing: unsaved }),
    'close: what it taught, not all of it saved': secondStepModal(
      { channel, purpose: 'close', writing },
      {
        why: shorten(typed, 60),
        newItems: typed,
        overtaken: unsaved.unsaved.filter(({ section }) => section === 'lessons'),
      },
    ),
    'a section': sectionModal({ channel }, writing, { section: 'summary', entries: [] }),
    'a section that nobody has written': sectionModal({ channel }, writing, { section: 'root-cause', entries: [] }),
    'a section with what was not sent': sectionModal({ channel }, unsaved, { section: 'lessons', entries: [] }),
    'a long section': sectionModal({ channel }, writingOf(aRecord({ incident, narrative: long.slice(-1) })), {
      section: 'summary',
      entries: long,
    }),
    'a conflict': conflictModal(asked, conflict, { incident, section: 'summary', entries }),
    'a conflict with what was emptied': conflictModal({ ...asked, conflicts: [conflict] }, conflict, {
      incident,
      section: 'summary',
      entries: entries.map((entry) => ({ ...entry, text: '' })),
    }),
    'a conflict of long texts': conflictModal(
      asked,
      { ...conflict, mine: 7 },
      { incident, section: 'summary', entries: long },
    ),
    'earlier versions': historyModal({ channel }, { incident, section: 'summary', entries }, { page: 0 }),
    'earlier versions, page by page': historyModal(
      { channel },
      {
        incident,
        section: 'summary',
        entries: Array.from({ length: 60 }, (_, index) => aNarrativeEntry({ version: index + 1, text: typed })),
      },
      { page: 1, note: 'Version 2 stands again, as a new one.' },
    ),
    'what could not be done': resumeModal({ channel, title: 'Not closed', text: 'It is so.', resume: forms.close }),
  };
}

function writingOf(record: IncidentRecord): Writing {
  return { incident: record.incident, record, milestones: milestonesOf(record), unsaved: [] };
}

function versionsOf(typed: string): readonly NarrativeEntry[] {
  return [
    aNarrativeEntry({ version: 1, text: '' }),
    aNarrativeEntry({ version: 2, text: typed, writtenBy: mahari }),
    aNarrativeEntry({ version: 3, text: typed, isAside: true }),
    aNarrativeEntry({
      version: 4,
      text: typed,
      restored: { version: 2, writtenBy: claire, writtenAt: at('16:20') },
    }),
  ];
}
