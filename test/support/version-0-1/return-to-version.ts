import { readFileSync, rmSync } from 'node:fs';
import { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Message } from '../../../src/sandbox/people/message.ts';
import { askDatabase } from '../engines.ts';
import { leaveAtMigration } from '../open-at-migration.ts';
import type { Room } from '../open-room.ts';

const LeftBehind = z.object({
  rows: z.record(z.string(), z.array(z.record(z.string(), z.union([z.string(), z.number()])))),
  messages: z.array(
    z.object({
      text: z.string(),
      blocks: z.array(z.looseObject({ type: z.string() })),
      metadata: z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.string()) }),
    }),
  ),
});

type LeftBehind = z.infer<typeof LeftBehind>;

/**
 * What version 0.1 left when it was stopped, after its first reminder: an incident of ana that is closed, two
 * items of ben, the timer of a reminder. The ids are those of a room in which ana has just declared one.
 */
export function leftBehind(): LeftBehind {
  return LeftBehind.parse(JSON.parse(readFileSync('test/support/version-0-1/left-behind.json', 'utf8')));
}

export async function insertRows(url: string, tables: LeftBehind['rows']): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    for (const row of rows) {
      const values = Object.values(row).map((value) =>
        typeof value === 'number' ? value : `'${value.replaceAll("'", "''")}'`,
      );
      await askDatabase(url, `insert into ${table} (${Object.keys(row).join(', ')}) values (${values.join(', ')})`);
    }
  }
}

/** Puts version 0.1's database in the place of the room's, whose bot is stopped, and sends ben what that had sent him. */
export async function returnToVersion01(room: Room): Promise<{ readonly onClose: Message; readonly overdue: Message }> {
  const { databaseUrl } = room.config;
  await room.bot.stop();
  await empty(databaseUrl);
  await leaveAtMigration(databaseUrl, '0021-drills');
  await insertRows(databaseUrl, leftBehind().rows);
  const ben = room.workspace.person('ben');
  const slack = new WebClient(room.workspace.botToken, { slackApiUrl: room.workspace.apiUrl });
  const { channel } = await slack.conversations.open({ users: ben.id });
  for (const message of leftBehind().messages) {
    await slack.chat.postMessage({ channel: channel?.id ?? '', ...message });
  }
  const [onClose, overdue] = ben.directMessages();
  if (onClose === undefined || overdue === undefined) {
    throw new Error('what version 0.1 said is gone');
  }
  return { onClose, overdue };
}

async function empty(url: string): Promise<void> {
  if (url.startsWith('file:')) {
    for (const suffix of ['', '-wal', '-shm']) {
      rmSync(`${url.slice('file:'.length)}${suffix}`, { force: true });
    }
  } else {
    await askDatabase(url, 'drop schema public cascade; create schema public');
  }
}
