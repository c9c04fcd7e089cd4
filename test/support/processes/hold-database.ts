import { monotonicFactory } from 'ulid';
import { openDatabase } from '../../../src/database/open-database.ts';

/** Opens the database that its first argument names, says so, and keeps it until it is told to end. */
try {
  await openDatabase({ url: process.argv[2] ?? '', ids: { next: monotonicFactory() } });
  process.stdout.write('open\n');
  // Keeps the process; an open SQLite file does not.
  process.stdin.resume();
} catch (error) {
  process.stdout.write(`${error}\n`);
}
