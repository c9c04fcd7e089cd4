import pg from 'pg';

export type Row = Readonly<Record<string, string | number | null>>;

/** In a connection of its own. */
export async function askPostgres(url: string, statement: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
