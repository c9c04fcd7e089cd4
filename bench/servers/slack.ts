import { startWorkspace } from '../../src/sandbox/workspace.ts';
import { createSystem } from '../../src/system/create-system.ts';
import { root } from '../root.ts';

/** Slack's side, which answers every call at once: who logs, the channel they log in, and how to reach the Web API. */
const { clock, timers } = createSystem();
const workspace = await startWorkspace({
  clock: { ...clock, ...timers },
  manifestFile: `${root}/manifest.yml`,
  people: [{ name: 'ana', realName: 'Ana', timeZone: 'Europe/Berlin' }],
  channels: [{ name: 'inc-bench', members: ['ana'] }],
});
const channelId = workspace.channel('inc-bench').id;

// As after opening an incident's channel, the bot is in it.
const joined = await fetch(`${workspace.apiUrl}conversations.join`, {
  method: 'POST',
  headers: { authorization: `Bearer ${workspace.botToken}` },
  body: new URLSearchParams({ channel: channelId }),
});
const answer: unknown = await joined.json();
if (!(typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true)) {
  throw new Error(`the bot could not join the channel: ${JSON.stringify(answer)}`);
}

console.log(
  JSON.stringify({
    apiUrl: workspace.apiUrl,
    botToken: workspace.botToken,
    signingSecret: workspace.signingSecret,
    teamId: workspace.teamId,
    personId: workspace.person('ana').id,
    channelId,
  }),
);
process.on('SIGTERM', () => process.exit());
