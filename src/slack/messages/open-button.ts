import type { Button } from '@slack/types';
import type { Finding } from '../../domain/postmortem/check/finding.ts';
import { NARRATIVE_SECTIONS } from '../../domain/postmortem/narrative.ts';
import { NARRATIVE_TITLES } from '../../domain/postmortem/outline/section-titles.ts';
import { type FormName, forms } from '../identifiers.ts';
import { formButton } from './form-button.ts';
import { panelSectionButton } from './section-buttons.ts';

/** Rules that hold once there is an action item of some kind: any, or the one that the form begins with. */
const MISSING_KINDS: Readonly<Record<string, string>> = {
  'no-action-items': 'any',
  'no-preventing-action': 'prevent',
  'no-detecting-action': 'detect',
};

/** Opens the form in which it can be mended. */
export function openButton({ rule, place }: Finding): Button {
  const { eventId, actionItemId, milestone, part, section: at } = place;
  const open = (what: string, form: FormName, value?: string) => formButton(`Open ${what}`, form, undefined, value);
  if (rule === 'mitigation-open') {
    return open('mitigations', forms.mitigations);
  }
  if (milestone !== undefined) {
    return open('milestones', forms.milestones);
  }
  if (actionItemId !== undefined) {
    return open('action item', forms.editActionItem, actionItemId);
  }
  if (eventId !== undefined && (at === 'timeline' || at === 'root-causes')) {
    return open('event', forms.editEvent, eventId);
  }
  const missing = MISSING_KINDS[rule];
  if (missing !== undefined) {
    return formButton('Add action item', forms.actionItem, undefined, missing);
  }
  if (at === 'action-items') {
    return open('action items', forms.actionItem);
  }
  return at === 'timeline' || at === 'escalations' || rule === 'no-detection'
    ? open('timeline', forms.addToTimeline)
    : openPart(at, part);
}

function openPart(at: Finding['place']['section'], part: Finding['place']['part']): Button {
  const name = NARRATIVE_SECTIONS.find((each) => each === (part ?? at)) ?? 'summary';
  return panelSectionButton(`Open “${NARRATIVE_TITLES[name]}”`, name);
}
