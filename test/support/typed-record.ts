import { groupId } from '../../src/domain/ids.ts';
import { NARRATIVE_SECTIONS } from '../../src/domain/postmortem/narrative.ts';
import type { IncidentRecord } from '../../src/domain/postmortem/record.ts';
import { SPOKEN_KINDS } from '../../src/domain/timeline/timeline-event.ts';
import {
  anEscalation,
  anEventAt,
  anItem,
  aPerson,
  aRecord,
  aRecordedIncident,
  claire,
  mahari,
  narrativeOf,
} from './record-builder.ts';

/** A record of which every word that people can type is `typed`. */
export function aRecordOf(typed: string): IncidentRecord {
  return aRecord({
    incident: aRecordedIncident({ title: typed, severity: typed, summary: typed }),
    events: [...SPOKEN_KINDS, 'role-changed' as const, 'action-item-added' as const].map((kind, index) =>
      anEventAt(`15:${30 + index}`, { kind, text: typed, permalink: typed }),
    ),
    escalations: [
      anEscalation({ reason: typed, target: { kind: 'group', id: groupId('S1'), handle: typed } }),
      anEscalation({ acknowledgedAt: undefined }),
    ],
    actionItems: [
      anItem({ title: typed, doneWhen: typed, permalink: typed, ticket: { key: typed, url: typed, isGone: false } }),
      anItem({ title: typed, kind: undefined, owner: undefined }),
    ],
    narrative: narrativeOf(Object.fromEntries(NARRATIVE_SECTIONS.map((section) => [section, typed]))),
    people: new Map([
      [mahari, aPerson({ id: mahari, name: typed })],
      [claire, aPerson({ id: claire, name: typed })],
    ]),
  });
}
