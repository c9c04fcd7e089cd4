/** Another writer was first: what was read is not what is stored. The transaction that meets it starts again. */
export class StaleVersionError extends Error {
  override readonly name = 'StaleVersionError';
}
