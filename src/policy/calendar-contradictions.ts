import { sameZone } from '../calendars/same-zone.ts';
import type { Contradiction } from './contradiction.ts';
import type { PolicyFile } from './policy-file.ts';

const KEY = 'calendars';

export function calendarContradictions({ calendars = [] }: PolicyFile): readonly Contradiction[] {
  return [...repeatedZones(calendars), ...secondOfEverywhere(calendars)];
}

type Written = NonNullable<PolicyFile['calendars']>;

function repeatedZones(calendars: Written): readonly Contradiction[] {
  const listed = calendars.flatMap(({ zones = [] }, calendar) =>
    zones.map((zone, place) => ({ zone, path: [KEY, `${calendar}`, 'zones', `${place}`] })),
  );
  return listed.flatMap(({ zone, path }, index) => {
    const before = listed.slice(0, index).find((other) => sameZone(other.zone, zone));
    return before === undefined
      ? []
      : [{ path, sentence: `Take ${zone} out here or above: a time zone has one calendar.` }];
  });
}

function secondOfEverywhere(calendars: Written): readonly Contradiction[] {
  const [, ...others] = calendars.flatMap(({ zones }, index) => (zones === undefined ? [`${index}`] : []));
  const sentence = 'Add the line zones: to this calendar: the one above without it is everybody else’s already.';
  return others.map((place) => ({ path: [KEY, place], sentence }));
}
