import { repairText } from './repair-text.ts';

const EMPTY_LINK = /!?\[[^[\]]{0,200}\]\(\s{0,10}\)/gu;
const LOST = /\ufffd/u;

/** What stands in a line as nobody wrote it: broken characters, images and links that lead nowhere. */
export function findDamages(raw: string): readonly string[] {
  const broken = raw.split(/\s/u).filter((word) => repairText(word) !== word || LOST.test(word));
  return [...new Set([...broken.slice(0, MOST_OF_A_LINE), ...(raw.match(EMPTY_LINK) ?? [])])];
}

const MOST_OF_A_LINE = 3;
