import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callId, escalationId, personId, timelineEventId } from '../../../src/domain/ids.ts';
import type { Finding } from '../../../src/domain/postmortem/check/finding.ts';
import { RULES } from '../../../src/domain/postmortem/check/rules.ts';
import { draftPostmortem } from '../../../src/domain/postmortem/draft-postmortem.ts';
import { NARRATIVE_SECTIONS, type NarrativeSection } from '../../../src/domain/postmortem/narrative.ts';
import { reviewOf } from '../../../src/domain/postmortem/review/review.ts';
import type { CalendarDate } from '../../../src/domain/time.ts';
import { checkMessage } from '../../../src/sandbox/blocks/check-message.ts';
import { postmortemState } from '../../../src/slack/messages/postmortem-messages.ts';
import type { ShownPostmortem } from '../../../src/use-cases/postmortem/show-postmortem.ts';
import {
  aCall,
  anEscalation,
  anEventAt,
  aRecord,
  aRecordedIncident,
  aReviewEntry,
  at,
  narrativeOf,
  unanswered,
} from '../../support/record-builder.ts';
import { aFinding } from '../../support/stated-builder.ts';
import { anyTypedText } from '../../support/typed-text.ts';

const LONGEST = 3_000;
const DAY = '2024-06-09';

/** Every rule finds something, in every section, of a long incident with many reviewers; `written` are not empty. */
function worst(piece: string, written: readonly NarrativeSection[], isPublished: boolean): ShownPostmortem {
  const typed = piece.repeat(LONGEST).slice(0, LONGEST).toWellFormed();
  const incident = aRecordedIncident({ title: typed.slice(0, 200).toWellFormed() });
  const people = Array.from({ length: 12 }, (_, index) => personId(`U0REVIEWER${index}`));
  const record = aRecord({
    incident,
    narrative: narrativeOf(Object.fromEntries(written.map((name) => [name, typed]))),
    events: Array.from({ length: 12 }, (_, hour) =>
      anEventAt(at(`${String(hour + 4).padStart(2, '0')}:00`, DAY), {
        id: timelineEventId(`E${hour}`),
        kind: 'investigation',
        text: typed,
      }),
    ),
    escalations: Array.from({ length: 12 }, (_, index) =>
      anEscalation({
        ...unanswered,
        state: 'unanswered',
        id: escalationId(`E${index}`),
        reason: typed,
        calls: [aCall({ id: callId(`C${index}`), note: typed })],
      }),
    ),
  });
  const asked = people.flatMap((reviewer) => [
    aReviewEntry({ reviewer, words: typed }),
    aReviewEntry({ kind: 'changes-asked', by: reviewer, words: typed }),
  ]);
  const review = reviewOf([...asked, ...(isPublished ? [aReviewEntry({ kind: 'published', words: typed })] : [])], {
    closedAt: incident.closedAt,
    version: 'another',
  });
  const postmortem = draftPostmortem(record);
  const dueOn = '2024-06-14' as CalendarDate;
  return { incident, record, postmortem, findings: everyFinding(typed), review, dueOn };
}

function everyFinding(typed: string): readonly Finding[] {
  const waived = { by: typed, at: at('17:00'), reason: typed };
  const open = RULES.flatMap(({ id, level, why, isForAuthor = false }) =>
    NARRATIVE_SECTIONS.map((part) =>
      aFinding({
        rule: id,
        level,
        why,
        isForAuthor,
        text: `${part} ${typed}`,
        place: { section: 'impact', part },
        placeKey: `${part}.0123456789abcdef`,
      }),
    ).slice(0, id === 'unexplained-gap' ? 1 : undefined),
  );
  return [...open, ...open.slice(0, 12).map((finding) => ({ ...finding, text: `${finding.rule} ${typed}`, waived }))];
}

describe('the panel of a postmortem at its worst', () => {
  it.each([...NARRATIVE_SECTIONS.keys(), NARRATIVE_SECTIONS.length])('fits Slack with %i sections written', (count) => {
    const message = postmortemState(worst('<!channel> & ', NARRATIVE_SECTIONS.slice(0, count), false));

    expect(checkMessage({ ...message }, 'chat.postEphemeral')).toBeUndefined();
    expect(JSON.stringify(message.blocks)).toMatch(
      /"Open “.*more, once these are done.*more were waived.*Edit postmortem/u,
    );
  });

  it('fits Slack whatever is typed and written', () => {
    fc.assert(
      fc.property(anyTypedText, fc.subarray([...NARRATIVE_SECTIONS]), fc.boolean(), (piece, written, isPublished) => {
        const message = postmortemState(worst(piece || 'x', written, isPublished));

        expect(checkMessage({ ...message }, 'chat.postEphemeral')).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });
});
