import { describe, expect, it } from 'vitest';
import { migrate } from '../../src/cli/migrate.ts';
import { memoryPrint } from '../support/memory-print.ts';

describe('migrate', () => {
  it.each([
    [['0001-incidents', '0002-work'], 'Ran 0001-incidents, 0002-work.'],
    [[], 'The database is at this version already.'],
  ])('says that it ran %j', async (names, line) => {
    const print = memoryPrint();
    const asked: string[] = [];

    const code = await migrate({
      env: { DATABASE_URL: 'file:./x.db' },
      print,
      migrateDatabase: async (databaseUrl) => {
        asked.push(databaseUrl);
        return names;
      },
    });

    expect(code).toBe(0);
    expect(asked).toEqual(['file:./x.db']);
    expect(print.lines).toEqual([line]);
  });

  it('says what stopped it', async () => {
    const malformed = memoryPrint();
    const busy = memoryPrint();
    const migrateDatabase = () => Promise.reject(Object.assign(new Error('locked'), { code: 'SQLITE_BUSY' }));

    const codes = [
      await migrate({ env: { DATABASE_URL: 'x' }, print: malformed, migrateDatabase }),
      await migrate({ env: {}, print: busy, migrateDatabase }),
    ];

    expect(codes).toEqual([1, 1]);
    expect(malformed.complaints).toEqual([expect.stringMatching(/^DATABASE_URL is malformed/u)]);
    expect(busy.complaints).toEqual([expect.stringMatching(/^The database file is in use/u)]);
  });
});
