import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/sandbox/scenario.ts';

const HEAD = `
zone: Africa/Addis_Ababa
people:
  Ana: UTC
  Ben Okri: Europe/London
groups:
  dba: [Ben Okri]
channels:
  general: [Ana, Ben Okri]
days:
  2024-06-09:`;

function withStep(step: string): string {
  return `${HEAD}\n    - { at: 14:05, ${step} }`;
}

describe('readScenario', () => {
  it('reads who takes part, and each step with its instant', () => {
    const scenario = readScenario(
      '001-x',
      `${HEAD}
    - { at: 18:20, who: Ana, types: /incident start, expect: INC-1 }
    - { at: 18:20:30, joins: [Ben Okri] }
  2024-06-10:
    - { at: 01:10, who: Ben Okri, tags: pushpin, on: corrected }`,
    );

    expect(scenario).toEqual({
      slug: '001-x',
      zone: 'Africa/Addis_Ababa',
      people: [
        { name: 'Ana', zone: 'UTC' },
        { name: 'Ben Okri', zone: 'Europe/London' },
      ],
      groups: [{ handle: 'dba', members: ['Ben Okri'] }],
      channels: [{ name: 'general', members: ['Ana', 'Ben Okri'] }],
      startsAt: '2024-06-09T15:20:00.000Z',
      endsAt: '2024-06-09T22:10:00.000Z',
      steps: [
        {
          at: '2024-06-09T15:20:00.000Z',
          name: '001-x.yaml: 2024-06-09 18:20, Ana types',
          act: { verb: 'types', who: 'Ana', text: '/incident start', expect: 'INC-1' },
        },
        {
          at: '2024-06-09T15:20:30.000Z',
          name: '001-x.yaml: 2024-06-09 18:20:30, joins',
          act: { verb: 'joins', names: ['Ben Okri'] },
        },
        {
          at: '2024-06-09T22:10:00.000Z',
          name: '001-x.yaml: 2024-06-10 01:10, Ben Okri tags',
          act: { verb: 'tags', who: 'Ben Okri', emoji: 'pushpin', on: 'corrected' },
        },
      ],
    });
  });

  it.each([
    [
      withStep('who: Ana, shouts: Hi'),
      'x.yaml: 2024-06-09 14:05: a step has one of says, types, tags, reacts, clicks, uses, joins; this one has none of them.',
    ],
    [withStep('who: Ana, says: Hi, tags: mag, on: it'), 'this one has says and tags.'],
    [withStep('who: Ana, tags: mag'), 'x.yaml: 2024-06-09 14:05, Ana tags: on '],
    [withStep('says: Hi'), 'x.yaml: 2024-06-09 14:05, says: who '],
    [withStep('who: Ana, says: Hi, expct: Hi'), 'x.yaml: 2024-06-09 14:05, Ana says: Unrecognized key: "expct".'],
    [
      `${HEAD}\n    - { at: 2pm, who: Ana, says: Hi }`,
      'x.yaml: days 2024-06-09 0 at is no time, as in 14:05 or 14:05:30.',
    ],
    [
      withStep('who: Ana, says: Hi').replace('zone: Africa/Addis_Ababa', 'zone: Mars/Base'),
      'x.yaml: zone is no time zone.',
    ],
    [
      `${withStep('who: Ana, says: Hi')}\n    - { at: 14:04, who: Ana, says: Earlier }`,
      'x.yaml: 2024-06-09 14:04, Ana says: it comes before the step above it.',
    ],
    [`${HEAD} []`, 'x.yaml: nobody does anything.'],
  ])('says where the fault is in %s', (yaml, complaint) => {
    expect(() => readScenario('x', yaml)).toThrow(complaint);
  });
});
