import { describe, expect, it } from 'vitest';
import { personId, timelineEventId } from '../../../src/domain/ids.ts';
import { draftPostmortem } from '../../../src/domain/postmortem/draft-postmortem.ts';
import { outlineSource } from '../../../src/domain/postmortem/outline/outline-source.ts';
import type { Postmortem } from '../../../src/domain/postmortem/postmortem.ts';
import type { IncidentRecord } from '../../../src/domain/postmortem/record.ts';
import type { Source } from '../../../src/domain/postmortem/source.ts';
import type { TimelineEvent } from '../../../src/domain/timeline/timeline-event.ts';
import {
  aMilestone,
  anEscalation,
  anEventAt,
  anItem,
  aRecord,
  aRecordedIncident,
  at,
  claire,
  mahari,
} from '../../support/record-builder.ts';

const LINK = 'https://travel.slack.com/archives/C042/p1';

/** Where it comes from, as it is read. */
function told(source: Source | undefined): string | undefined {
  if (source === undefined) {
    return undefined;
  }
  const { text, href, messageChange } = outlineSource(source);
  return [text, href, messageChange].filter((part) => part !== undefined).join(' ');
}

function ofFigure(name: string, end: 'from' | 'to') {
  return ({ figures }: Postmortem) => figures.find((figure) => figure.name === name)?.[end].source;
}

describe('the source of an event', () => {
  it.each<[string, Partial<TimelineEvent>, string]>([
    ['the message that it was made from', { permalink: LINK }, `message ${LINK}`],
    ['a message that was edited', { permalink: LINK, messageEditedAt: at('16:00') }, `message ${LINK} edited since`],
    ['a message that is gone', { permalink: LINK, messageDeletedAt: at('16:00') }, `message ${LINK} deleted`],
    ['an alert', { saidBy: undefined, permalink: 'https://alerts.example/7' }, 'alert https://alerts.example/7'],
    ['a command that no line shows', {}, 'told to Faultline'],
    ['a command for somebody else', { saidBy: claire }, 'as Mahari told Faultline'],
    ['what Faultline shows', { kind: 'status-changed', permalink: LINK }, `message ${LINK}`],
    ['what Faultline did, and does not show', { kind: 'called' }, 'noted by Faultline'],
    ['what it saw', { kind: 'joined' }, 'seen in the channel'],
  ])('is %s', (_, event, expected) => {
    const { timeline } = draftPostmortem(aRecord({ events: [anEventAt('15:30', event)] }));

    expect(told(timeline[0]?.lines[0]?.source)).toBe(expected);
  });

  it('is, of a move that was told in one line with its resolution, that line', () => {
    const { timeline } = draftPostmortem(
      aRecord({
        events: [
          anEventAt('16:10', { id: timelineEventId('MOVE'), kind: 'resolved' }),
          anEventAt('16:10', { id: timelineEventId('WORD'), kind: 'resolution', permalink: LINK }),
        ],
      }),
    );

    expect(timeline[0]?.lines.map(({ source }) => told(source))).toEqual([`message ${LINK}`, `message ${LINK}`]);
  });
});

describe('the source of a fact', () => {
  const detected = anEventAt('15:20', { kind: 'detected', permalink: LINK, messageEditedAt: at('16:00') });
  const asked = timelineEventId('ASKED');

  it.each<[string, Partial<IncidentRecord>, (postmortem: Postmortem) => Source | undefined, string | undefined]>([
    [
      'the declaration',
      { events: [anEventAt('15:25', { kind: 'declared', permalink: LINK })] },
      ({ header }) => header.declarationSource,
      `message ${LINK}`,
    ],
    ['when it was noticed', { events: [detected] }, ofFigure('time-to-detect', 'to'), `message ${LINK} edited since`],
    [
      'a milestone that an event was said to be',
      { events: [detected], milestones: [aMilestone('impact-started', at('15:20'), { eventId: detected.id })] },
      ({ impact }) => impact.startSource,
      `message ${LINK} edited since`,
    ],
    [
      'a milestone as somebody said it last',
      { milestones: [aMilestone('mitigated', at('15:00')), aMilestone('mitigated', at('16:00'), { setBy: claire })] },
      ofFigure('time-to-mitigate', 'to'),
      'as Claire told Faultline',
    ],
    ['a milestone that nobody has said', {}, ofFigure('time-to-mitigate', 'to'), undefined],
    [
      'the resolution',
      { incident: aRecordedIncident(), events: [anEventAt('16:10', { kind: 'resolved', permalink: LINK })] },
      ({ impact }) => impact.endSource,
      `message ${LINK}`,
    ],
    [
      'the first call',
      {
        events: [anEventAt('15:50', { id: asked, kind: 'escalation', permalink: LINK })],
        escalations: [anEscalation({ eventId: asked })],
      },
      ofFigure('time-to-acknowledge', 'from'),
      `message ${LINK}`,
    ],
    [
      'the first answer',
      { events: [anEventAt('15:53', { kind: 'acknowledged', permalink: LINK })], escalations: [anEscalation()] },
      ofFigure('time-to-acknowledge', 'to'),
      `message ${LINK}`,
    ],
    [
      'an action item made of a message',
      { actionItems: [anItem({ permalink: LINK })] },
      ({ actionItems }) => actionItems[0]?.items[0]?.source,
      `message ${LINK}`,
    ],
    [
      'an action item that somebody typed',
      {
        actionItems: [anItem()],
        events: ['Another, added at once', anItem().title].map((text, index) =>
          anEventAt('16:20', {
            id: timelineEventId(`ADDED${index}`),
            kind: 'action-item-added',
            text,
            permalink: `${LINK}${index}`,
          }),
        ),
      },
      ({ actionItems }) => actionItems[0]?.items[0]?.source,
      `message ${LINK}1`,
    ],
    [
      'an action item of which the channel was not told',
      { actionItems: [anItem()] },
      ({ actionItems }) => actionItems[0]?.items[0]?.source,
      'as Mahari told Faultline',
    ],
    [
      'a role',
      {
        roles: [
          {
            incidentId: aRecordedIncident().id,
            role: 'commander',
            person: claire,
            assignedBy: mahari,
            at: at('15:28'),
          },
        ],
        events: [anEventAt('15:28', { kind: 'role-changed', text: 'Claire is commander', permalink: LINK })],
      },
      ({ people }) => people.find(({ name }) => name === 'Claire')?.roles[0]?.source,
      `message ${LINK}`,
    ],
    [
      'a role of which the channel was not told',
      {
        roles: [
          {
            incidentId: aRecordedIncident().id,
            role: 'scribe',
            person: claire,
            assignedBy: personId('U0HANA'),
            at: at('15:28'),
          },
        ],
      },
      ({ people }) => people.find(({ name }) => name === 'Claire')?.roles[0]?.source,
      'as someone unknown told Faultline',
    ],
  ])('is known of %s', (_, record, find, expected) => {
    expect(told(find(draftPostmortem(aRecord(record))))).toBe(expected);
  });
});
