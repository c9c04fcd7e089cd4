const EMOJI: Readonly<Record<string, string>> = {
  bulb: '💡',
  construction: '🚧',
  fish: '🐟',
  joy: '😂',
  mag: '🔍',
  mega: '📣',
  memo: '📝',
  muscle: '💪',
  pushpin: '📌',
  rotating_light: '🚨',
  round_pushpin: '📍',
  scales: '⚖️',
  tada: '🎉',
  white_check_mark: '✅',
};

/** A reaction as it looks; one that is not known here by its name. */
export function emoji(name: string): string {
  return EMOJI[name] ?? `:${name}:`;
}
