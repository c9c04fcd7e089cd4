import { calledPeople } from '../../escalation/escalation.ts';
import type { PersonId } from '../../ids.ts';
import type { Party } from '../../people/person.ts';
import { isAutomatic } from '../is-automatic.ts';
import { PARTS, type Part, type PersonLine, type RoleLine } from '../postmortem.ts';
import type { IncidentRecord } from '../record.ts';
import { roleSource } from './draft-sources.ts';
import type { Names } from './names-in.ts';

interface Contribution {
  readonly party: Party;
  readonly part?: Part;
  readonly role?: RoleLine;
}

/** Everybody who had a part, once each, in the order in which they appear. */
export function draftPeople(record: IncidentRecord, names: Names): readonly PersonLine[] {
  const contributions = contributionsIn(record, names).filter(({ party }) => !isBot(record, party));
  const keyOf = ({ party }: Contribution) =>
    party.kind === 'person' && record.people.has(party.id) ? party.id : names.ofParty(party);
  const keys = [...new Set(contributions.map(keyOf))];
  return keys.flatMap((key) => {
    const own = contributions.filter((contribution) => keyOf(contribution) === key);
    return own.slice(0, 1).map(({ party }) => ({
      name: names.ofParty(party),
      roles: uniqueRoles(own.flatMap(({ role }) => role ?? [])),
      parts: PARTS.filter((part) => own.some((contribution) => contribution.part === part)),
    }));
  });
}

/** Of a role that somebody had twice, the first time. */
function uniqueRoles(roles: readonly RoleLine[]): readonly RoleLine[] {
  return roles.filter(({ name }, index) => roles.findIndex((other) => other.name === name) === index);
}

function isBot({ people }: IncidentRecord, party: Party): boolean {
  return party.kind === 'person' && people.get(party.id)?.isBot === true;
}

function contributionsIn(record: IncidentRecord, names: Names): readonly Contribution[] {
  return [
    ...byPerson(record.incident.declaredBy, 'declared'),
    ...record.roles.flatMap((assignment) => {
      const role = { name: assignment.role, source: roleSource(assignment, record.events, names) };
      return assignment.person === undefined
        ? []
        : [{ party: { kind: 'person' as const, id: assignment.person }, role }];
    }),
    ...record.events
      .filter(({ kind }) => !isAutomatic(kind))
      .flatMap((event) => [
        ...byPerson(event.saidBy, 'told'),
        ...[event.recordedBy, ...event.taggedBy].flatMap((id) => byPerson(id, 'recorded')),
      ]),
    ...record.escalations.flatMap((escalation) => [
      ...byPerson(escalation.requestedBy, 'escalated'),
      ...[...calledPeople(escalation)].flatMap((id) => byPerson(id, 'was-called')),
      ...(escalation.target.kind === 'group' ? [{ party: escalation.target, part: 'was-called' as const }] : []),
      ...byPerson(escalation.acknowledgedBy, 'acknowledged'),
      ...byPerson(escalation.heldBy, 'acknowledged'),
    ]),
    ...record.narrative.flatMap((entry) => byPerson(entry.writtenBy, 'wrote')),
    ...record.actionItems.flatMap(({ owner }) =>
      owner === undefined ? [] : [{ party: owner, part: 'owns' as const }],
    ),
  ];
}

function byPerson(id: PersonId | undefined, part: Part): readonly Contribution[] {
  return id === undefined ? [] : [{ party: { kind: 'person', id }, part }];
}
