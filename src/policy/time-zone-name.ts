import { z } from 'zod';
import { nearestWord } from '../domain/nearest-word.ts';
import { knownTimeZone, UTC } from '../domain/time.ts';

const WRITE_ZONE = 'Write a time zone as area and city, such as Africa/Addis_Ababa or Europe/Berlin, or UTC.';

export const TimeZoneName = z.string(WRITE_ZONE).transform((name, context) => {
  const zone = isAbbreviation(name) ? undefined : knownTimeZone(name);
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
  if (isAbbreviation(typed)) {
    return undefined;
  }
  const city = nearestWord(typed, zones.map(cityOf));
  return zones.find((zone) => cityOf(zone) === city);
}

/** `IST`: the runtime knows one, and people mean several. */
function isAbbreviation(name: string): boolean {
  return /^[A-Z]+$/u.test(name) && name !== UTC;
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1);
}
