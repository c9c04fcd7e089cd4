import type { App } from '@slack/bolt';
import { z } from 'zod';
import { channelId, personId, teamId } from '../../domain/ids.ts';
import { paragraph } from '../blocks/layout.ts';
import { asMessage } from './answer-later.ts';
import type { Listening } from './listen.ts';
import { openForm } from './open-form.ts';
import { runCommand } from './run-command.ts';

/** https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
const SlashCommand = z.object({
  team_id: z.string(),
  user_id: z.string(),
  channel_id: z.string(),
  text: z.string().default(''),
  trigger_id: z.string(),
  response_url: z.string().optional(),
});

export function listenToCommands(app: App, listening: Listening): void {
  const { ports, log, feature } = listening;
  app.command(/./u, async ({ ack, body }) => {
    const answer = async () => {
      const command = SlashCommand.parse(body);
      const reply = await runCommand(ports, feature, {
        teamId: teamId(command.team_id),
        personId: personId(command.user_id),
        channel: channelId(command.channel_id),
        thread: undefined,
        text: command.text,
        typedAt: ports.clock.now(),
        deliveryKey: command.trigger_id,
        permalink: undefined,
        responseUrl: command.response_url,
      });
      const left = await openForm(listening, command.trigger_id, reply);
      return left && asMessage(left);
    };
    const message = await answer().catch((fault: unknown) => {
      log.error({ error: fault }, 'a command failed');
      return paragraph('Something broke on my side and nothing was recorded. Please say it again.');
    });
    await (message === undefined ? ack() : ack({ response_type: 'ephemeral', ...message }));
  });
}
