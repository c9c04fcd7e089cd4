import { describe, expect, it } from 'vitest';
import { checkNode, checkSqlite } from '../../src/system/check-runtime.ts';

describe('checkNode', () => {
  it.each(['20.19.0', '20.20.2', '22.14.0', '22.23.3', '24.0.0', '26.10.0'])('accepts %s', (nodeVersion) => {
    expect(checkNode({ nodeVersion })).toBeUndefined();
  });

  it.each(['18.20.0', '20.18.3', '21.7.0', '22.13.1', '23.11.0'])('refuses %s', (nodeVersion) => {
    expect(checkNode({ nodeVersion })).toMatch(/^Faultline needs Node 24 or later/u);
  });

  it('accepts the one that runs this', () => {
    expect(checkNode()).toBeUndefined();
  });
});

describe('checkSqlite', () => {
  const fine = { nodeApiVersion: 10, sqliteVersion: () => '13.2.0', openSqlite: () => {} };
  const failing = (message: string) => () => {
    throw new Error(message);
  };

  it('accepts a module that opens', () => {
    expect(checkSqlite(fine)).toBeUndefined();
    expect(checkSqlite({ ...fine, nodeApiVersion: 9, sqliteVersion: () => '12.11.1' })).toBeUndefined();
  });

  it('accepts the one installed here', () => {
    expect(checkSqlite()).toBeUndefined();
  });

  it('does not open what would end the process', () => {
    const line = checkSqlite({ ...fine, nodeApiVersion: 9, openSqlite: failing('opened') });

    expect(line).toMatch(/^better-sqlite3 13 needs Node 22\.14/u);
  });

  it('says what to install', () => {
    const sqliteVersion = failing("Cannot find module 'better-sqlite3/package.json'\nRequire stack:");

    expect(checkSqlite({ ...fine, sqliteVersion })).toMatch(
      /^better-sqlite3 is not installed\..*install a compiler first.*then run `npm ci`.*PostgreSQL/u,
    );
  });

  it.each(['Could not locate the bindings file. Tried:\n → a', 'was compiled against a different Node.js version'])(
    'says how to build it when it says %j',
    (message) => {
      const line = checkSqlite({ ...fine, openSqlite: failing(message) });

      expect(line).toContain('apt-get install python3 make g++');
      expect(line).toContain('npm rebuild better-sqlite3');
      expect(line).not.toContain('\n');
    },
  );
});
