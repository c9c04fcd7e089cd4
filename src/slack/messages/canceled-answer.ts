import type { IncidentState } from '../../use-cases/messenger.ts';
import { actions, button, type Message, section, when } from '../blocks/layout.ts';
import { buttons, forms } from '../identifiers.ts';
import { statusLabel } from '../text/describe-incident.ts';
import { standingMitigations } from '../text/standing-mitigations.ts';
import { formButton } from './form-button.ts';

/** A false alarm may have been fought all the same, and may have been none. */
export function canceledAnswer({ incident, openMitigations }: IncidentState): Message {
  const text = `Now ${statusLabel(incident.status)}: a false alarm, without a postmortem.`;
  const reopen = button({ label: 'Reopen', action: buttons.reopen, value: incident.id });
  return {
    text,
    blocks: [
      section(text),
      ...when(openMitigations.length > 0, () => [section(standingMitigations(openMitigations))]),
      actions(...(openMitigations.length > 0 ? [formButton('Reverted or kept?', forms.mitigations)] : []), reopen),
    ],
  };
}
