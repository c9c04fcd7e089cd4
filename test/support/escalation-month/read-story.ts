import { z } from 'zod';
import type { Escalation } from '../../../src/domain/escalation/escalation.ts';
import { type EscalationId, escalationId, type TimelineEventId, timelineEventId } from '../../../src/domain/ids.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import type { TimelineEvent } from '../../../src/domain/timeline/timeline-event.ts';
import type { Entry } from './history.ts';
import type { Month } from './month.ts';

/** All that is left of one escalation: its row, what its incident's timeline says, and what people saw and did. */
export interface Story {
  readonly incident: Incident;
  readonly escalation: Escalation;
  readonly entries: readonly Entry[];
  /** What the timeline says of the steps after the first, in the order in which they began. */
  readonly events: readonly TimelineEvent[];
  /** The work, of all escalations, that told of what became of one. */
  readonly updates: ReadonlySet<string>;
}

const PostStep = z.object({
  escalationId: z.string().transform(escalationId),
  eventId: z.string().transform(timelineEventId),
});

export async function readStories({ opened, history, indexes }: Month): Promise<readonly Story[]> {
  const { records } = opened.database;
  const posted = await opened.sql("select payload_json from work where kind = 'post-step' order by id");
  const events = new Map<EscalationId, TimelineEventId[]>();
  for (const { payload_json } of posted) {
    const { escalationId, eventId } = PostStep.parse(JSON.parse(String(payload_json)));
    events.set(escalationId, [...(events.get(escalationId) ?? []), eventId]);
  }
  const updated = await opened.sql("select id from work where kind = 'tell-webhook'");
  const updates = new Set(updated.map(({ id }) => String(id)));
  const stories: Story[] = [];
  for (const id of indexes.keys()) {
    const escalation = await records.escalations.find(id);
    const incident = escalation && (await records.incidents.find(escalation.incidentId));
    if (escalation === undefined || incident === undefined) {
      throw new Error(`escalation ${id} is gone`);
    }
    const told = await Promise.all((events.get(id) ?? []).map((event) => records.timeline.find(event)));
    stories.push({
      escalation,
      incident,
      entries: history.of(id),
      events: told.filter((event) => event !== undefined),
      updates,
    });
  }
  return stories;
}
