import { actionItemId, type ChannelId, timelineEventId } from '../../src/domain/ids.ts';
import type { Finding } from '../../src/domain/postmortem/check/finding.ts';
import type { Place } from '../../src/domain/postmortem/check/stated-postmortem.ts';
import type { Modal } from '../../src/slack/blocks/fields.ts';
import type { Message } from '../../src/slack/blocks/layout.ts';
import { findingBlocks } from '../../src/slack/messages/finding-blocks.ts';
import { waiveModal } from '../../src/slack/modals/waive-modal.ts';
import { at } from '../support/record-builder.ts';
import { aFinding } from '../support/stated-builder.ts';

const PLACES: readonly Place[] = [
  { section: 'summary', part: 'summary' },
  { section: 'impact', milestone: 'impact-started' },
  { section: 'detection' },
  { section: 'timeline' },
  { section: 'timeline', eventId: timelineEventId('01HZZZ0000000000000000EVT1') },
  { section: 'root-causes', part: 'root-cause' },
  { section: 'action-items' },
  { section: 'action-items', actionItemId: actionItemId('01HZZZ0000000000000000ACT1') },
];

export function everyFindingMessage(typed: string): Readonly<Record<string, Message>> {
  const blocks = findingBlocks([...everyFinding(typed), ...waivedFindings(typed, 6)], [], { blocks: 40, size: 12_000 });
  return { 'findings of every level, and waived ones': { text: 'The check', blocks } };
}

export function everyFindingModal(channel: ChannelId, typed: string): Readonly<Record<string, Modal>> {
  const one = aFinding({ text: `“A” ${typed || 'says something'}` });
  return {
    'why a finding does not hold': waiveModal({ channel }, one, [one]),
    'why findings do not hold': waiveModal({ channel }, one, [
      one,
      { ...one, text: `“B” ${typed || 'says something'}` },
    ]),
  };
}

/** One for each place that opens in a way of its own, then more than are shown. */
function everyFinding(typed: string): readonly Finding[] {
  return [
    ...PLACES.map((place) => aFinding({ place, text: typed })),
    aFinding({ rule: 'mitigation-open', level: 'should', place: { section: 'resolution' }, text: typed }),
    aFinding({ rule: 'hindsight', level: 'hint', isForAuthor: true, text: typed }),
    aFinding({ level: 'hint', text: typed }),
  ];
}

function waivedFindings(typed: string, count: number): readonly Finding[] {
  const waived = { by: typed, at: at('17:00'), reason: typed };
  return Array.from({ length: count }, () => aFinding({ text: typed, waived }));
}
