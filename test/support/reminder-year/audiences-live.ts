import type { GroupId, PersonId } from '../../../src/domain/ids.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { DAY, HOUR } from '../../../src/domain/time.ts';
import { createSystem } from '../../../src/system/create-system.ts';
import { memberMoved } from '../../../src/use-cases/people/follow-members.ts';
import { groupsChanged } from '../../../src/use-cases/people/know-groups.ts';
import { commit } from '../commit.ts';
import { TEAM } from './cast.ts';
import { atAnOddMinute } from './people-live.ts';
import type { Year } from './year.ts';

/** One comes, and one goes; a process hears of it at once where one runs, else it is found so at the next start. */
export function planGroups(year: Year): void {
  const { dice, cast } = year;
  for (const id of cast.groups.keys()) {
    for (const at of moments(year, 40, 'group', id)) {
      year.agenda.schedule(at, () => change(year, id, dice.pick(cast.people, 'member of', id, at).id));
    }
  }
}

async function change(year: Year, id: GroupId, comes: PersonId): Promise<void> {
  const [, ...stay] = year.membersNow(id);
  year.keep(year.groups, id, [...stay.filter((member) => member !== comes), comes]);
  year.count('groups changed');
  if (year.isBotUp) {
    await groupsChanged({ database: year.opened.database, clock: year.clock, wake: () => {} }, TEAM);
  }
}

/** Two thirds are in the channel of each private incident at first; then one comes or goes now and then. */
export async function planChannels(year: Year): Promise<void> {
  const { dice, cast } = year;
  for (const incident of cast.incidents.filter(({ isPrivate }) => isPrivate)) {
    const members = cast.people.map(({ id }) => id).filter((id) => dice.chance(0.66, 'in', incident.id, id));
    await commit(year.opened, async (records) => {
      for (const member of members) {
        await records.members.move(incident.id, member, { kind: 'joined', movedAt: movedAt(year) });
      }
    });
    year.keep(year.channels, incident.id, members);
    for (const at of moments(year, 20, 'channel', incident.id)) {
      const person = dice.pick(cast.people, 'moves', incident.id, at).id;
      year.agenda.schedule(at, () => move(year, incident, person));
    }
  }
}

/** Whoever is invited to a private channel joins it. */
export async function showTo(year: Year, incident: Incident, person: PersonId): Promise<void> {
  if (year.channelNow(incident.id)?.includes(person) === false) {
    await move(year, incident, person);
  }
}

/** Where no process runs nobody moves. */
async function move(year: Year, { id, channel }: Incident, personId: PersonId): Promise<void> {
  const members = year.channelNow(id);
  if (members === undefined || channel === undefined || !year.isBotUp) {
    return;
  }
  const kind = members.includes(personId) ? 'left' : 'joined';
  const rest = members.filter((member) => member !== personId);
  year.keep(year.channels, id, kind === 'left' ? rest : [...rest, personId]);
  year.count(`channel ${kind}`);
  const ports = { ...createSystem(), clock: year.clock, database: year.opened.database, wake: () => {} };
  const deliveryKey = `${kind}:${id}:${personId}:${year.elapsed()}`;
  const at = year.clock.now();
  await memberMoved(ports, { teamId: TEAM, personId, channel, deliveryKey, kind, movedAt: movedAt(year), at });
}

function movedAt(year: Year): string {
  return (Date.parse(year.clock.now()) / 1000).toFixed(6);
}

/** Over the year, so many days apart on average. */
function moments(year: Year, apart: number, ...about: readonly string[]): readonly number[] {
  const { dice, days } = year;
  return Array.from({ length: Math.floor(days / apart) }, (_, index) =>
    atAnOddMinute(
      dice.between(index * apart, index * apart + apart - 1, ...about, index) * DAY +
        dice.between(0, 23, ...about, index, 'hour') * HOUR,
    ),
  );
}
