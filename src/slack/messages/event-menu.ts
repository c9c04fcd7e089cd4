import type { Overflow } from '@slack/types';
import type { Milestones, SettableMilestone } from '../../domain/timeline/milestone.ts';
import { isSpoken, type SpokenKind, type TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import { overflow } from '../blocks/menus.ts';
import { buttons } from '../identifiers.ts';
import { type Deed, type TimelineView, writeChoice } from './timeline-view.ts';

/** Which milestones an event of this kind often is: Slack's menu has room for five choices. */
const OFTEN: Readonly<Record<SpokenKind, readonly SettableMilestone[]>> = {
  detected: ['detected', 'impact-started'],
  investigation: ['detected', 'impact-started'],
  'misleading-path': ['detected', 'impact-started'],
  escalation: ['detected', 'acknowledged'],
  mitigation: ['mitigated'],
  'cause-found': ['impact-started', 'mitigated'],
  decision: ['mitigated', 'resolved'],
  communication: ['detected', 'acknowledged'],
  resolution: ['resolved', 'mitigated'],
  note: ['detected', 'impact-started'],
};

const LABELS: Readonly<Record<Deed, string>> = {
  edit: 'Edit…',
  retract: 'Retract',
  restore: 'Restore',
  'open-milestones': 'Milestones…',
  'impact-started': 'The impact started here',
  detected: 'This was the detection',
  acknowledged: 'The call was answered here',
  mitigated: 'This mitigated it',
  resolved: 'This resolved it',
  reverted: 'It was reverted',
  kept: 'It is kept on purpose',
  'open-again': 'It still stands: open again',
};

/** What one can do to an event; undefined where Faultline wrote it down by itself. */
export function eventMenu(event: TimelineEvent, milestones: Milestones, view: TimelineView): Overflow | undefined {
  if (!isSpoken(event.kind)) {
    return undefined;
  }
  const deeds =
    event.retractedAt === undefined ? deedsOn(event, event.kind, milestones) : (['edit', 'restore'] as const);
  const choices = deeds.map((deed) => ({
    label: LABELS[deed],
    value: writeChoice({ deed, eventId: event.id, view }),
  }));
  return overflow(buttons.eventMenu, choices);
}

function deedsOn(event: TimelineEvent, kind: SpokenKind, milestones: Milestones): readonly Deed[] {
  const often = OFTEN[kind].filter((name) => milestones[name].eventId !== event.id);
  return ['edit', 'retract', ...often, ...(kind === 'mitigation' ? endsOf(event) : (['open-milestones'] as const))];
}

function endsOf({ settled }: TimelineEvent): readonly Deed[] {
  switch (settled?.as) {
    case 'reverted':
      return ['kept', 'open-again'];
    case 'kept':
      return ['reverted', 'open-again'];
    default:
      return ['reverted', 'kept'];
  }
}
