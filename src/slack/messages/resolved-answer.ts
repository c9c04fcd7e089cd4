import type { KnownBlock } from '@slack/types';
import { SETTABLE_MILESTONES, type SettableMilestone } from '../../domain/timeline/milestone.ts';
import type { TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import type { IncidentState } from '../../use-cases/messenger.ts';
import { actions, type Message, section, when } from '../blocks/layout.ts';
import { forms } from '../identifiers.ts';
import { statusLabel } from '../text/describe-incident.ts';
import { titleOf } from '../text/milestone-words.ts';
import { standingMitigations } from '../text/standing-mitigations.ts';
import { formButton } from './form-button.ts';

/** Users have stopped hurting: the best moment to ask for what nobody will remember tomorrow. */
export function resolvedAnswer({ incident, milestones, openMitigations }: IncidentState): Message {
  const text = `Now ${statusLabel(incident.status)}.`;
  const unknown = SETTABLE_MILESTONES.filter(
    (name) => isAsked(name, openMitigations) && milestones[name].at === undefined,
  );
  const buttons = [
    ...(openMitigations.length > 0 ? [formButton('Reverted or kept?', forms.mitigations)] : []),
    ...(unknown.length > 0 ? [formButton('Milestones', forms.milestones)] : []),
  ];
  return {
    text,
    blocks: [
      section(text),
      ...when(openMitigations.length > 0, () => [section(standingMitigations(openMitigations))]),
      ...when(unknown.length > 0, () => [
        section(`🏁 Nobody has said when: ${unknown.map((name) => titleOf[name].toLowerCase()).join(', ')}.`),
      ]),
      ...when(buttons.length > 0, (): KnownBlock[] => [actions(...buttons)]),
    ],
  };
}

/** Not every incident has a call, nor a mitigation. */
function isAsked(name: SettableMilestone, open: readonly TimelineEvent[]): boolean {
  return name === 'impact-started' || name === 'detected' || (name === 'mitigated' && open.length > 0);
}
