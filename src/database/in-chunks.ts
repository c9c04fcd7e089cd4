/** SQLite takes 32 766 values in one statement. */
const AT_ONCE = 1_000;

/** As many of them at a time as one statement takes; never none. */
export function inChunks<Value>(values: readonly Value[]): readonly (readonly Value[])[] {
  const count = Math.ceil(values.length / AT_ONCE);
  return Array.from({ length: count }, (_, index) => values.slice(index * AT_ONCE, (index + 1) * AT_ONCE));
}
