import type { IncidentState } from '../../use-cases/messenger.ts';
import { actions, button, type Message, section, when } from '../blocks/layout.ts';
import { buttons, forms } from '../identifiers.ts';
import { statusLabel } from '../text/describe-incident.ts';
import { standingMitigations } from '../text/standing-mitigations.ts';
import { formButton } from './form-button.ts';
import { showItemsButton } from './show-items-button.ts';

/** A false alarm may have been fought all the same, and may have been none; follow-up work is not over with it. */
export function canceledAnswer({ incident, openMitigations }: IncidentState, openItems: number): Message {
  const text = `Now ${statusLabel(incident.status)}: a false alarm, without a postmortem.`;
  const reopen = button({ label: 'Reopen', action: buttons.reopen, value: incident.id });
  return {
    text,
    blocks: [
      section(text),
      ...when(openMitigations.length > 0, () => [section(standingMitigations(openMitigations))]),
      ...when(openItems > 0, () => [
        section(itemWords(openItems), showItemsButton('Show them', { show: 'open', incidentId: incident.id })),
      ]),
      actions(...(openMitigations.length > 0 ? [formButton('Reverted or kept?', forms.mitigations)] : []), reopen),
    ],
  };
}

function itemWords(open: number): string {
  return open === 1
    ? '🗒️ 1 action item of it is still open, and goes on.'
    : `🗒️ ${open} action items of it are still open, and go on.`;
}
