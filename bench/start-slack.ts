import { z } from 'zod';
import { type Started, startProcess } from './start-process.ts';

const SlackFacts = z.object({
  apiUrl: z.string(),
  botToken: z.string(),
  signingSecret: z.string(),
  teamId: z.string(),
  personId: z.string(),
  channelId: z.string(),
});

export interface Slack extends z.output<typeof SlackFacts>, Pick<Started, 'stop'> {}

/** A sandbox workspace in a process of its own; it gives out the same ids every time. */
export async function startSlack(folder: string): Promise<Slack> {
  const started = await startProcess({ program: 'bench/servers/slack.ts', folder });
  return { ...SlackFacts.parse(JSON.parse(started.firstLine)), stop: started.stop };
}
