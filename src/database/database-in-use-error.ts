/** Another process has this SQLite file open. */
export class DatabaseInUseError extends Error {
  override readonly name = 'DatabaseInUseError';
  readonly code = 'SQLITE_BUSY';

  constructor(path: string, options: { readonly cause: unknown }) {
    super(`${path} is open in another process; stop that one first, or use PostgreSQL to run several`, options);
  }
}
