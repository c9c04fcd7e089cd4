import type { TimelineEventId } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import type { MitigationEnd } from '../../domain/timeline/mitigation.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import { correctEvent } from '../../use-cases/timeline/correct-event.ts';
import { markMilestone } from '../../use-cases/timeline/set-milestones.ts';
import { settleMitigations } from '../../use-cases/timeline/settle-mitigations.ts';
import { showTimeline } from '../../use-cases/timeline/show-timeline.ts';
import type { Refusal } from '../explain.ts';
import { buttons } from '../identifiers.ts';
import { timelinePage } from '../messages/timeline-page.ts';
import {
  type Deed,
  type EventChoice,
  LAST_PAGE,
  readChoice,
  readShow,
  readView,
  type TimelineView,
} from '../messages/timeline-view.ts';
import { readMarkup } from '../text/read-markup.ts';
import { openEdit } from './correction.ts';
import { type Answer, type Command, type Feature, type Press, redraw, say, sayNo } from './feature.ts';
import { openMilestones } from './milestones.ts';

/** Looking at the timeline, and what one can do to an event from its line. */
export function timelinePageFeature(ports: Ports): Feature {
  return {
    verbs: { timeline: (command) => open(ports, command) },
    buttons: {
      [buttons.timelinePage]: (press) => turn(ports, press, readView(press.value)),
      [buttons.timelineFilter]: (press) => turn(ports, press, readView(press.value)),
      [buttons.eventMenu]: (press) => choose(ports, press, readChoice(press.value)),
    },
  };
}

async function open(ports: Ports, command: Command): Promise<Answer> {
  const typed = readMarkup(command.markup, command.names);
  const show = readShow(typed);
  if (show === undefined) {
    return sayNo({ kind: 'unknown-kind', text: typed });
  }
  const shown = await showTimeline(ports, command);
  return shown.ok
    ? say(timelinePage(shown.value, { ...LAST_PAGE, show }, ports.policy.reactions))
    : sayNo(shown.refusal);
}

/** The page as it is now, in the place of the one that was pressed. */
async function turn(ports: Ports, asker: RequesterInChannel, view: TimelineView): Promise<Answer> {
  const shown = await showTimeline(ports, asker);
  return shown.ok ? redraw(timelinePage(shown.value, view, ports.policy.reactions)) : sayNo(shown.refusal);
}

interface Chosen {
  readonly deed: Exclude<Deed, 'edit' | 'open-milestones'>;
  readonly eventId: TimelineEventId;
}

async function choose(ports: Ports, press: Press, choice: EventChoice): Promise<Answer> {
  if (choice.deed === 'edit') {
    return openEdit(ports, { ...press, value: choice.eventId });
  }
  if (choice.deed === 'open-milestones') {
    return openMilestones(ports, press);
  }
  const { deed, eventId } = choice;
  const outcome = await run(ports, press, { deed, eventId });
  // A second press of the same choice finds it done, and shows it so.
  return outcome.ok || outcome.refusal.kind === 'already-handled'
    ? turn(ports, press, choice.view)
    : sayNo(outcome.refusal);
}

function run(ports: Ports, press: Press, { deed, eventId }: Chosen): Promise<Result<unknown, Refusal>> {
  const settle = (as: MitigationEnd | undefined) =>
    settleMitigations(ports, { ...press, settlements: [{ eventId, as }] });
  switch (deed) {
    case 'retract':
    case 'restore':
      return correctEvent(ports, { ...press, eventId, isRetracted: deed === 'retract' });
    case 'reverted':
    case 'kept':
      return settle(deed);
    case 'open-again':
      return settle(undefined);
    default:
      return markMilestone(ports, { ...press, eventId, name: deed });
  }
}
