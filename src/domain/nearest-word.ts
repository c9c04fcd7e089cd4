/** The one of `words` that somebody most likely meant: a word begun but not finished, or a slip of the finger or two. */
export function nearestWord(typed: string, words: readonly string[]): string | undefined {
  const said = typed.toLowerCase();
  const begun = words.find((word) => said.length >= 3 && word.toLowerCase().startsWith(said));
  if (begun !== undefined) {
    return begun;
  }
  const slips = words.map((word) => ({ word, count: distance(said, word.toLowerCase()) }));
  const [nearest] = slips.sort((a, b) => a.count - b.count);
  return nearest !== undefined && nearest.count <= 1 + said.length / 4 ? nearest.word : undefined;
}

/** Letters added, dropped, replaced or swapped with their neighbour, at least: the optimal string alignment distance. */
function distance(from: string, to: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = from[row - 1] === to[column - 1] ? 0 : 1;
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + replaced,
          swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
