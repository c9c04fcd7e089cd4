import type { UnheardItem } from '../../use-cases/action-items/action-item-messenger.ts';
import { type Message, section } from '../blocks/layout.ts';
import { inChannel, incidentTitle, mention } from '../text/describe-incident.ts';
import { titleWords } from '../text/item-words.ts';
import { leadersBlocks, lostBlocks, toldItem } from './assignment-messages.ts';

const TITLE = 300;

/** For whoever can find another owner. */
export function unheardMessage(told: UnheardItem): Message {
  const { incident, owner, because } = told;
  const who = owner === undefined ? 'its owner' : mention(owner);
  const headline = `${incidentTitle(incident)}${inChannel(incident)}: ${why(who, because)}`;
  const actions = because === undefined ? lostBlocks(told) : leadersBlocks(told);
  return {
    text: `${headline} ${titleWords(told.item, TITLE)}`,
    blocks: [section(headline), ...toldItem(told), ...actions],
  };
}

function why(owner: string, because: UnheardItem['because']): string {
  switch (because) {
    case 'deactivated':
      return `the account of ${owner} was deactivated, so this action item has no owner any more. Give it to somebody else:`;
    case 'not-in-channel':
      return `${owner} is not in the channel any more, so I do not tell them of this action item. Invite them again, or give it to somebody else:`;
    case 'nobody':
      return `I can reach nobody as ${owner}, so nobody hears of this action item. Give it to somebody else:`;
    case undefined:
      return 'nobody could hear of this action item for a while. That is settled:';
  }
}
