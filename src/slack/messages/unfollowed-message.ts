import type { Unfollowed } from '../../use-cases/messenger.ts';
import { type Message, paragraph } from '../blocks/layout.ts';
import { COMMAND } from '../identifiers.ts';
import { incidentTitle } from '../text/describe-incident.ts';

/** For who put a message on a timeline that stands where the bot may not read. */
export function unfollowedMessage({ incident, channel, permalink, isCut }: Unfollowed): Message {
  const message = permalink === undefined ? 'The message' : `<${permalink}|The message>`;
  const there = isCut
    ? `Only its beginning is there, as I cannot read the rest: add that with *Edit* in \`${COMMAND} timeline\`.`
    : 'It stays there as you sent it.';
  return paragraph(
    `${message} is on the timeline of ${incidentTitle(incident)}. ${there} Later edits of messages ${follow(channel)}`,
  );
}

/** Nobody can be invited to a conversation between two people, whose id begins with D. */
function follow(channel: Unfollowed['channel']): string {
  return channel.startsWith('D')
    ? 'between two people are not followed: I cannot be invited there.'
    : `in <#${channel}> are not followed until I am invited there: \`/invite\` me in it.`;
}
