import { MILESTONES, type Milestone, type MilestoneName, type Milestones } from '../../domain/timeline/milestone.ts';
import { slackTime } from './slack-time.ts';

const words: Readonly<Record<MilestoneName, string>> = {
  'impact-started': 'users affected since',
  detected: 'detected',
  declared: 'declared',
  acknowledged: 'call answered',
  mitigated: 'mitigated',
  resolved: 'resolved',
};

/** `detected 14:05`; undefined where nobody has said it. */
export function milestoneInWords({ name, at, isEstimated }: Milestone): string | undefined {
  return at === undefined ? undefined : `${words[name]} ${slackTime(at)}${isEstimated ? ' (estimated)' : ''}`;
}

/** Those that are known, but for the declaration. */
export function knownMilestones(milestones: Milestones): readonly string[] {
  return MILESTONES.filter((name) => name !== 'declared').flatMap((name) => milestoneInWords(milestones[name]) ?? []);
}

/** What the events that are milestones are marked with: `detected, mitigated`. */
export function milestonesAt(milestones: Milestones, event: { readonly id: string }): string {
  return MILESTONES.filter((name) => milestones[name].eventId === event.id)
    .map((name) => titleOf[name].toLowerCase())
    .join(', ');
}

/** As the label of a field. */
export const titleOf: Readonly<Record<MilestoneName, string>> = {
  'impact-started': 'Impact started',
  detected: 'Detected',
  declared: 'Declared',
  acknowledged: 'Call answered',
  mitigated: 'Mitigated',
  resolved: 'Resolved',
};
