const FILLERS = new Set(
  (
    'about above after again against also although among been before being below between both cannot could did does doing ' +
    'down during each every from further had has have having here into its itself just more most must nor not now off once ' +
    'only other our out over own same shall should some such than that the their them then there these they this those ' +
    'through too under until upon very was way were what when where which while who whom why will with within would you ' +
    'your and any are but can for her him his how all may new per one two use used using via yet ' +
    'issue issues problem problems incident incidents outage cause caused causing causes root due led leading resulted result'
  ).split(' '),
);
const SHORTEST = 3;

/** The words of a text that tell what it is about, each once, without their endings: `pools` and `pooling` are `pool`. */
export function tellingWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= SHORTEST && !FILLERS.has(word)).map(stem));
}

/** How much of the smaller set the other one has: from 0, nothing, to 1. */
export function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const smaller = Math.min(one.size, other.size);
  return smaller === 0 ? 0 : [...one].filter((word) => other.has(word)).length / smaller;
}

function stem(word: string): string {
  const stemmed = word.replace(/(?:ations?|ments?|ings?|ions?|ies|ed|es|s|e)$/u, '');
  return stemmed.length >= SHORTEST ? stemmed : word;
}
