/** Without a prototype: somebody may call an emoji, or a severity, `constructor`, which every ordinary object answers to. */
export function table<Value>(entries: Iterable<readonly [string, Value]>): Readonly<Record<string, Value>> {
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}
