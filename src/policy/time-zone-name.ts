import { z } from 'zod';
import { nearestWord } from '../domain/nearest-word.ts';
import { knownTimeZone, UTC } from '../domain/time.ts';

const WRITE_ZONE = 'Write a time zone as area and city, such as Africa/Addis_Ababa or Europe/Berlin, or UTC.';

export const TimeZoneName = z.string(WRITE_ZONE).transform((name, context) => {
  // Node takes an abbreviation too, IST for India’s, where others mean Israel’s or Ireland’s by it.
  const zone = name.includes('/') || name === UTC ? knownTimeZone(name) : undefined;
  if (zone === undefined) {
    const nearest = nearestZone(name);
    context.addIssue(nearest === undefined ? WRITE_ZONE : `Write ${nearest}.`);
    return z.NEVER;
  }
  return zone;
});

/** Of a slip, or of a city without its area. */
function nearestZone(typed: string): string | undefined {
  const zones = Intl.supportedValuesOf('timeZone');
  if (typed.includes('/')) {
    return nearestWord(typed, zones);
  }
  const city = /\p{Ll}/u.test(typed) ? nearestWord(typed, zones.map(cityOf)) : undefined;
  return zones.find((zone) => cityOf(zone) === city);
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1);
}
