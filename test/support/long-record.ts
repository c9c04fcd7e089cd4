import { timelineEventId } from '../../src/domain/ids.ts';
import type { IncidentRecord } from '../../src/domain/postmortem/record.ts';
import { addMilliseconds, SECOND } from '../../src/domain/time.ts';
import { AUTOMATIC_KINDS, SPOKEN_KINDS } from '../../src/domain/timeline/timeline-event.ts';
import { aMilestone, anEventAt, aRecord, aRecordedIncident, at, narrativeOf } from './record-builder.ts';

const KINDS = [...SPOKEN_KINDS, ...SPOKEN_KINDS, ...AUTOMATIC_KINDS];

/** An incident of a day and a half, told in so many events, a minute or less apart. */
export function aLongRecord(events: number): IncidentRecord {
  const step = (36 * 60 * 60 * SECOND) / events;
  return aRecord({
    incident: aRecordedIncident({ resolvedAt: at('03:00', '2024-06-11') }),
    events: Array.from({ length: events }, (_, index) => {
      const kind = KINDS[index % KINDS.length] ?? 'note';
      return anEventAt(addMilliseconds(at('15:20'), Math.round(index * step)), {
        id: timelineEventId(`01HZZZ-${String(index).padStart(6, '0')}`),
        kind,
        text: `Step ${index}: the pool still has no free connection, and we look at what holds them`,
        permalink: `https://travel.slack.com/archives/C042/p${index}`,
      });
    }),
    milestones: [aMilestone('impact-started', at('15:20'))],
    narrative: narrativeOf({ summary: 'It took long.' }),
  });
}
