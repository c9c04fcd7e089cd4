import { expect, it } from 'vitest';
import { createLogger } from '../../src/system/logger.ts';
import { askDatabase, engines } from '../support/engines.ts';
import type { Room } from '../support/open-room.ts';
import { edits, makesItem } from '../support/trackers/ticket-room.ts';
import { hearsFromGithub, keptItems, openGithubRoom, WEBHOOK_SECRET } from '../support/trackers/tracker-room.ts';

const TABLES = {
  SQLite: "select name from sqlite_master where type = 'table'",
  PostgreSQL: "select table_name as name from information_schema.tables where table_schema = 'public'",
};

async function everythingKept(room: Room, engine: keyof typeof TABLES): Promise<string> {
  const url = room.config.databaseUrl;
  const tables = await askDatabase(url, TABLES[engine]);
  const rows = await Promise.all(tables.map(({ name }) => askDatabase(url, `select * from "${name}"`)));
  return JSON.stringify(rows);
}

it.each(engines)('the secrets of a tracker stand in no table and no line of the log, on $name', async (engine) => {
  const lines: string[] = [];
  const log = createLogger({ level: 'debug', stream: { write: (line) => void lines.push(line) } });
  const trackerSecrets = { webhookSecret: WEBHOOK_SECRET };
  const opened = await openGithubRoom({ engine, log, create: 'always', trackerSecrets });
  const { room, github } = opened;
  await makesItem(opened);
  await room.settle();
  github.troubles(/^PATCH/u, { status: 401, body: '{"message":"Bad credentials"}' }, 'reset');

  for (const title of ['One', 'Two']) {
    await edits(room, { title });
    await room.settle();
  }
  await hearsFromGithub(room, { action: 'closed', issue: github.issues()[0] ?? {} }, 'another secret');
  await hearsFromGithub(room, { action: 'closed', issue: github.issues()[0] ?? {} });

  const kept = await everythingKept(room, engine.name);
  const logged = lines.join('');
  expect(await keptItems(room)).toMatchObject([{ title: 'Two', status: 'done', ticket_key: 'acme/infra#1' }]);
  expect(kept).toContain('http_401');
  expect(logged).toContain('Bad credentials');
  expect(logged).toContain('a word of the tracker was turned away');
  for (const secret of ['ghp_token', WEBHOOK_SECRET]) {
    expect(kept).not.toContain(secret);
    expect(logged).not.toContain(secret);
  }
});
