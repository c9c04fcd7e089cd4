import Sqlite from 'better-sqlite3';

export interface StoredEvents {
  /** Different events whose text begins so. */
  readonly events: number;
  /** Their lines that were posted in the channel by now. */
  readonly linesPosted: number;
}

/** Looks into the bot's file from outside of the bot, so it sees what is committed and nothing else. */
export function storedEvents(file: string, words: string): StoredEvents {
  const connection = new Sqlite(file, { readonly: true });
  try {
    const events = connection
      .prepare<[string], { count: number }>(
        "select count(distinct text) as count from timeline_event where text like ? || ' %'",
      )
      .get(words);
    const lines = connection
      .prepare<[string], { count: number }>(
        `select count(*) as count from work join timeline_event on timeline_event.id = payload_json ->> 'eventId'
         where work.done_at is not null and text like ? || ' %'`,
      )
      .get(words);
    return { events: events?.count ?? 0, linesPosted: lines?.count ?? 0 };
  } finally {
    connection.close();
  }
}
