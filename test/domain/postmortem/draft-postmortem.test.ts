import { describe, expect, it } from 'vitest';
import type { ActionItemKind } from '../../../src/domain/action-items/action-item.ts';
import { actionItemId, personId, timelineEventId } from '../../../src/domain/ids.ts';
import { draftPostmortem } from '../../../src/domain/postmortem/draft-postmortem.ts';
import { NARRATIVE_SECTIONS } from '../../../src/domain/postmortem/narrative.ts';
import type { Postmortem } from '../../../src/domain/postmortem/postmortem.ts';
import {
  addisAbaba,
  aMilestone,
  anEscalation,
  anEventAt,
  anItem,
  aRecord,
  aRecordedIncident,
  at,
  claire,
  mahari,
  narrativeOf,
} from '../../support/record-builder.ts';
import { aWholeRecord } from '../../support/whole-record.ts';

const stranger = personId('U0STRANGER');

describe('draftPostmortem', () => {
  describe('of an incident that was just declared', () => {
    const postmortem = draftPostmortem(aRecord());

    it.each<[string, (postmortem: Postmortem) => unknown, unknown]>([
      ['summary', ({ summary }) => summary, undefined],
      ['customer impact', ({ impact }) => impact.customer, undefined],
      ['business impact', ({ impact }) => impact.business, undefined],
      ['start of the impact', ({ impact }) => impact.startedAt, undefined],
      ['end of the impact', ({ impact }) => impact.endedAt, undefined],
      ['detection', ({ detection }) => detection, { story: undefined, event: undefined }],
      ['timeline', ({ timeline }) => timeline, []],
      [
        'root causes',
        ({ rootCauses }) => rootCauses,
        { technical: undefined, contributingFactors: undefined, found: [] },
      ],
      ['misleading paths', ({ misleadingPaths }) => misleadingPaths, []],
      ['escalations', ({ escalations }) => escalations, { tracked: [], logged: [] }],
      ['resolution', ({ resolution }) => resolution, { story: undefined, steps: [] }],
      ['action items', ({ actionItems }) => actionItems, []],
      ['lessons', ({ lessons }) => Object.values(lessons), [undefined, undefined, undefined, undefined]],
      ['communication', ({ communication }) => communication, { internal: undefined, external: undefined, events: [] }],
      ['people', ({ people }) => people, [{ name: 'Mahari', roles: [], parts: ['declared'] }]],
      ['answers', ({ answers }) => answers, []],
      [
        'lengths',
        ({ figures }) => figures.map(({ milliseconds }) => milliseconds),
        [undefined, undefined, undefined, undefined, undefined],
      ],
    ])('has no %s', (_name, read, expected) => {
      expect(read(postmortem)).toEqual(expected);
    });
  });

  it('heads the document', () => {
    const incident = aRecordedIncident({ isPrivate: true });
    const milestones = [aMilestone('impact-started', at('22:30', '2024-06-08'), { isEstimated: true })];

    expect(draftPostmortem(aRecord({ incident, milestones })).header).toMatchObject({
      name: 'INC-42',
      title: 'Bookings fail after the release',
      severity: 'SEV1',
      status: 'closed',
      date: '2024-06-09',
      zone: addisAbaba,
      declaredBy: 'Mahari',
      declaredAt: at('15:25'),
      isPrivate: true,
      duration: {
        from: { name: 'impact-started', isEstimated: true },
        to: { name: 'resolved' },
        milliseconds: 63_600_000,
      },
    });
  });

  it('dates the document by the declaration where nobody said when the impact started', () => {
    const incident = aRecordedIncident({ declaredAt: at('22:30') });

    expect(draftPostmortem(aRecord({ incident })).header.date).toBe('2024-06-10');
  });

  it.each(NARRATIVE_SECTIONS)('puts what people wrote for %s where it belongs', (section) => {
    const record = aRecord({ narrative: narrativeOf({ [section]: `  what people wrote for ${section}\n` }) });

    const texts = JSON.stringify(draftPostmortem(record)).match(/"what people wrote for [a-z-]+"/g);

    expect(texts).toEqual([`"what people wrote for ${section}"`]);
  });

  it('takes blank narrative for none', () => {
    const record = aRecord({ narrative: narrativeOf({ summary: ' \n ' }) });

    expect(draftPostmortem(record).summary).toBeUndefined();
  });

  it.each([
    ['what was said at the declaration', {}, 'Said at the declaration'],
    ['what was written later', { summary: 'Written later' }, 'Written later'],
  ])('sums up with %s', (_case, texts, summary) => {
    const incident = aRecordedIncident({ summary: 'Said at the declaration' });

    expect(draftPostmortem(aRecord({ incident, narrative: narrativeOf(texts) })).summary).toBe(summary);
  });

  it('parts the timeline at midnight in the zone of the record', () => {
    const events = [anEventAt('20:59'), anEventAt('21:00'), anEventAt('23:30')];

    const days = draftPostmortem(aRecord({ events })).timeline;

    expect(days.map(({ date, lines }) => [date, lines.map((line) => line.at)])).toEqual([
      ['2024-06-09', [at('20:59')]],
      ['2024-06-10', [at('21:00'), at('23:30')]],
    ]);
  });

  it('tells of an event who said it and where', () => {
    const events = [
      anEventAt('15:30', { text: 'CPU is fine', permalink: 'https://a.slack.com/p1' }),
      anEventAt('15:31', { saidBy: stranger }),
      anEventAt('15:32', { saidBy: undefined }),
    ];

    const lines = draftPostmortem(aRecord({ events })).timeline[0]?.lines;

    expect(lines?.[0]).toEqual({
      at: at('15:30'),
      kind: 'note',
      text: 'CPU is fine',
      saidBy: 'Mahari',
      source: { origin: 'message', permalink: 'https://a.slack.com/p1', messageChange: undefined, by: undefined },
      files: [],
    });
    expect(lines?.map(({ saidBy }) => saidBy)).toEqual(['Mahari', 'someone unknown', undefined]);
  });

  it('sorts events into the sections that tell of them', () => {
    const postmortem = draftPostmortem(aWholeRecord());

    expect(postmortem.detection.event?.at).toBe(at('15:20'));
    expect(postmortem.rootCauses.found.map((line) => line.at)).toEqual([at('21:30')]);
    expect(postmortem.misleadingPaths.map((line) => line.at)).toEqual([at('15:45')]);
    expect(postmortem.resolution.steps.map((line) => line.at)).toEqual([at('16:00'), at('22:05')]);
    expect(postmortem.communication.events.map((line) => line.at)).toEqual([at('15:40')]);
  });

  it('groups action items by kind, those without one last', () => {
    const kinds: readonly (ActionItemKind | undefined)[] = [
      undefined,
      'process',
      'detect',
      'prevent',
      'mitigate',
      'detect',
    ];
    const actionItems = kinds.map((kind, index) =>
      anItem({ id: actionItemId(`A${index}`), kind, title: `item ${index}` }),
    );

    const groups = draftPostmortem(aRecord({ actionItems })).actionItems;

    expect(groups.map(({ kind, items }) => [kind, items.map(({ title }) => title)])).toEqual([
      ['mitigate', ['item 4']],
      ['prevent', ['item 3']],
      ['detect', ['item 2', 'item 5']],
      ['process', ['item 1']],
      [undefined, ['item 0']],
    ]);
  });

  it('names everybody once, with what they did', () => {
    const record = aRecord({
      events: [
        anEventAt('15:30', { id: timelineEventId('E1'), saidBy: claire, recordedBy: mahari }),
        anEventAt('15:31', {
          id: timelineEventId('E2'),
          kind: 'status-changed',
          saidBy: stranger,
          recordedBy: stranger,
        }),
      ],
      escalations: [anEscalation()],
      actionItems: [anItem({ owner: { kind: 'person', id: stranger } })],
      narrative: narrativeOf({ summary: 'x' }),
    });

    expect(draftPostmortem(record).people).toEqual([
      { name: 'Mahari', roles: [], parts: ['declared', 'recorded', 'escalated'] },
      { name: 'Claire', roles: [], parts: ['told', 'acknowledged', 'wrote'] },
      { name: '@devops', roles: [], parts: ['was-called'] },
      { name: 'someone unknown', roles: [], parts: ['owns'] },
    ]);
  });

  it('measures from one milestone to another', () => {
    const record = aRecord({
      incident: aRecordedIncident(),
      events: [anEventAt('15:22', { kind: 'detected' }), anEventAt('15:40', { kind: 'detected' })],
      milestones: [
        aMilestone('impact-started', at('15:20'), { isEstimated: true }),
        aMilestone('mitigated', at('16:00'), { isEstimated: true }),
      ],
      escalations: [anEscalation(), anEscalation({ requestedAt: at('16:00'), acknowledgedAt: at('16:20') })],
    });

    expect(draftPostmortem(record).figures).toMatchObject([
      figure('time-to-detect', ['impact-started', '15:20'], ['detected', '15:22'], 2),
      figure('time-to-declare', ['detected', '15:22'], ['declared', '15:25'], 3),
      figure('time-to-acknowledge', ['escalated', '15:50'], ['acknowledged', '15:53'], 3),
      figure('time-to-mitigate', ['impact-started', '15:20'], ['mitigated', '16:00'], 40),
      figure('time-to-resolve', ['impact-started', '15:20'], ['resolved', '16:10'], 50),
    ]);
  });

  it('measures the acknowledgement from the first call, answered or not, to the first answer', () => {
    const escalations = [
      anEscalation({ acknowledgedAt: undefined }),
      anEscalation({ requestedAt: at('16:00'), acknowledgedAt: at('16:20') }),
      anEscalation({ requestedAt: at('16:05'), acknowledgedAt: at('16:10') }),
    ];

    const acknowledged = draftPostmortem(aRecord({ escalations })).figures[2];

    expect(acknowledged).toMatchObject(
      figure('time-to-acknowledge', ['escalated', '15:50'], ['acknowledged', '16:10'], 20),
    );
  });

  it('changes nothing that it was given', () => {
    const record = aWholeRecord();
    const before = structuredClone({ ...record, people: [...record.people] });

    draftPostmortem(record);

    expect({ ...record, people: [...record.people] }).toEqual(before);
  });
});

const ESTIMATED = ['impact-started', 'mitigated'];

function figure(name: string, [from, fromTime]: [string, string], [to, toTime]: [string, string], minutes: number) {
  return {
    name,
    from: { name: from, at: at(fromTime), isEstimated: ESTIMATED.includes(from) },
    to: { name: to, at: at(toTime), isEstimated: ESTIMATED.includes(to) },
    milliseconds: minutes * 60_000,
  };
}
