import { knownTimeZone, type TimeZone } from '../../time.ts';
import { eatZone } from '../../timeline/parse-zone.ts';

/** A zone as a document names it. */
export interface SaidZone {
  readonly name: string;
  /** Minutes east of UTC; undefined where that depends on the day, or on which of several zones is meant. */
  readonly offset: number | undefined;
  /** `Africa/Addis_Ababa` */
  readonly place: TimeZone | undefined;
}

const PLACE = /^\s{0,2}(\p{Lu}\p{L}{1,30}\/[\p{L}_/]{2,40})/u;
/** Said of a whole country, in summer and in winter alike. */
const AMERICAN =
  /^\s{0,2}([PECM]T|(?:Pacific|Eastern|Central|Mountain)(?: (?:Standard|Daylight))? [Tt]ime)(?![\p{L}\p{N}_/-])/u;

/** Also in brackets: `10:30 AM (UTC)`. */
export function eatSaidZone(
  text: string,
  isPrinted: boolean,
): { readonly zone: SaidZone; readonly rest: string } | undefined {
  const [bracket] = /^\s{0,2}[([]\s?/u.exec(text) ?? [];
  if (bracket === undefined) {
    return eatName(text, isPrinted);
  }
  const inside = eatName(text.slice(bracket.length), false);
  return inside !== undefined && /^\s?[)\]]/u.test(inside.rest)
    ? { zone: inside.zone, rest: inside.rest.replace(/^\s?[)\]]/u, '') }
    : undefined;
}

function eatName(text: string, isPrinted: boolean): ReturnType<typeof eatSaidZone> {
  const [placed, place = ''] = PLACE.exec(text) ?? [];
  const known = placed === undefined ? undefined : knownTimeZone(place);
  if (placed !== undefined && known !== undefined) {
    return { zone: { name: place, offset: undefined, place: known }, rest: text.slice(placed.length) };
  }
  const found = eatZone(text, isPrinted);
  if (found !== undefined) {
    const name = text.slice(0, text.length - found.rest.length).trim();
    const offset = found.offset === 'unclear' ? undefined : found.offset;
    return { zone: { name, offset, place: undefined }, rest: found.rest };
  }
  const [all, american] = AMERICAN.exec(text) ?? [];
  return all === undefined || american === undefined
    ? undefined
    : { zone: { name: american, offset: undefined, place: undefined }, rest: text.slice(all.length) };
}
