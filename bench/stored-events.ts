import Sqlite from 'better-sqlite3';

/** Looks into the bot's file from outside of the bot, so it sees what is committed and nothing else. */
export function countStoredEvents(file: string, words: string): number {
  return count(
    file,
    `select count(distinct text) as count from timeline_event where kind = 'note' and text like '${words} %'`,
  );
}

/** The lines that the bot has posted in channels. */
export function countLinesPosted(file: string): number {
  return count(file, "select count(*) as count from work where kind = 'post-event-line' and done_at is not null");
}

function count(file: string, query: string): number {
  const connection = new Sqlite(file, { readonly: true });
  try {
    return connection.prepare<[], { count: number }>(query).get()?.count ?? 0;
  } finally {
    connection.close();
  }
}
