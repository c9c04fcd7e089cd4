import type { UnheardItem } from '../../use-cases/action-items/action-item-messenger.ts';
import { type Message, section } from '../blocks/layout.ts';
import { inChannel, incidentTitle, mention } from '../text/describe-incident.ts';
import { itemSections } from './action-item-messages.ts';

/** For whoever can find another owner. */
export function unheardMessage({ item, incident, owner, because }: UnheardItem): Message {
  const text = `${incidentTitle(incident)}${inChannel(incident)}: ${why(mention(owner), because)}`;
  return { text, blocks: [section(text), ...itemSections([item])] };
}

function why(owner: string, because: UnheardItem['because']): string {
  switch (because) {
    case 'deactivated':
      return `the account of ${owner} was deactivated, so this action item has no owner any more. Give it to somebody else:`;
    case 'not-in-channel':
      return `${owner} is not in the channel any more, so I do not tell them of this action item. Invite them again, or give it to somebody else:`;
    case 'nobody':
      return `I can reach nobody as ${owner}, so nobody hears of this action item. Give it to somebody else:`;
  }
}
