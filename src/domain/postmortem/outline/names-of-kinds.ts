import type { ActionItemKind } from '../../action-items/action-item.ts';
import type { TimelineKind } from '../../timeline/timeline-event.ts';

export function nameOfTimelineKind(kind: TimelineKind): string {
  return kind.replaceAll('-', ' ');
}

const ACTION_ITEM_KIND_NAMES: Record<ActionItemKind, string> = {
  mitigate: 'Mitigate: make the next one hurt less',
  prevent: 'Prevent: keep it from happening again',
  detect: 'Detect: notice it sooner',
  process: 'Process: work together better',
};

export function nameOfActionItemKind(kind: ActionItemKind | undefined): string {
  return kind === undefined ? 'Kind not set' : ACTION_ITEM_KIND_NAMES[kind];
}
