import { describe, expect, it } from 'vitest';
import { channelId, groupId, incidentId, messageKey, personId, teamId, timelineEventId } from '../../src/domain/ids.ts';
import {
  AUTOMATIC_KINDS,
  inOrder,
  SPOKEN_KINDS,
  type TimelineEvent,
} from '../../src/domain/timeline/timeline-event.ts';
import { commit } from '../support/commit.ts';
import { engines, type TestDatabase, testIds } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { anEventAt, aRecordedIncident, at, claire } from '../support/record-builder.ts';

const incident = aRecordedIncident();
const message = { channel: channelId('C042'), key: messageKey('1717946701.000100') };

describe.each(engines)('the timeline on $name', ({ open }) => {
  it.each([
    [
      'every field filled',
      anEventAt('15:20', {
        message,
        permalink: 'https://travel.slack.com/archives/C042/p1',
        kind: 'mitigation',
        settled: { as: 'reverted', at: at('15:40'), by: claire },
        about: timelineEventId('01HZZZ-ANOTHER'),
        line: { channel: channelId('C042'), key: messageKey('1717946702.000100') },
        mentions: [
          { kind: 'person', id: personId('U1'), name: 'Ana' },
          { kind: 'group', id: groupId('S1'), name: 'dba' },
          { kind: 'channel', id: channelId('C1'), name: 'general' },
        ],
        messageText: 'Asked @Ana',
        madeFrom: 'one hash',
        messageHash: 'another',
        messageEditedAt: at('15:21'),
        taggedBy: [personId('U1')],
        retractedAt: at('15:22'),
        retractedBy: personId('U1'),
        messageDeletedAt: at('15:23'),
        redactedAt: at('15:24'),
      }),
    ],
    ['no field filled that may be missing', anEventAt('15:20', { saidBy: undefined })],
  ])('gives an event back as it was put in, %s', async (_, event) => {
    const opened = await openWithIncident(open);

    expect(await add(opened, event)).toBe(true);

    const { timeline } = opened.database.records;
    expect(await timeline.find(event.id)).toStrictEqual(event);
    expect(await timeline.list(incident.id)).toStrictEqual([event]);
  });

  it('keeps every kind', async () => {
    const opened = await openWithIncident(open);
    const kinds = [...SPOKEN_KINDS, ...AUTOMATIC_KINDS];

    for (const [index, kind] of kinds.entries()) {
      await add(opened, anEventAt(`16:${10 + index}`, { kind }));
    }

    expect((await opened.database.records.timeline.list(incident.id)).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('lists in the order of what happened, equal instants in the order of recording, as the domain does', async () => {
    const opened = await openWithIncident(open);
    const ids = testIds();
    const times = ['15:30', '15:20', '15:30', '15:25', '15:30'];
    const events = times.map((time, index) =>
      anEventAt(time, { id: timelineEventId(ids.next()), text: `recorded as ${index + 1}` }),
    );

    for (const event of events.toReversed()) {
      await add(opened, event);
    }

    const listed = await opened.database.records.timeline.list(incident.id);
    expect(listed.map(({ text }) => text.at(-1))).toEqual(['2', '4', '1', '3', '5']);
    expect(listed).toEqual(inOrder(events));
  });

  it('finds the last of a kind', async () => {
    const opened = await openWithIncident(open);
    const ids = testIds();
    const [first, second, later] = ['15:20', '15:20', '15:40'].map((time, index) =>
      anEventAt(time, { id: timelineEventId(ids.next()), kind: index === 2 ? 'note' : 'closed' }),
    );
    for (const event of [later, second, first]) {
      await add(opened, event as TimelineEvent);
    }

    const { timeline } = opened.database.records;
    expect(await timeline.findLast(incident.id, 'closed')).toStrictEqual(second);
    expect(await timeline.findLast(incident.id, 'reopened')).toBeUndefined();
    expect(await timeline.findLast(incidentId('another'), 'closed')).toBeUndefined();
  });

  it('orders by the millisecond and across years', async () => {
    const opened = await openWithIncident(open);
    const instants = ['2023-12-31T23:59:59.999Z', '2024-01-01T00:00:00.000Z', '2024-01-01T00:00:00.001Z'];

    for (const when of instants.toReversed()) {
      await add(opened, anEventAt(when));
    }

    expect((await opened.database.records.timeline.list(incident.id)).map((event) => event.at)).toEqual(instants);
  });

  it('makes one event of a message, and writes nothing of the second', async () => {
    const opened = await openWithIncident(open);
    const first = anEventAt('15:20', { message });

    expect(await add(opened, first)).toBe(true);
    expect(await add(opened, anEventAt('15:40', { message, text: 'Tagged again' }))).toBe(false);

    const { timeline } = opened.database.records;
    expect(await timeline.list(incident.id)).toStrictEqual([first]);
  });

  it('makes one event of a message that is tagged many times at once', async () => {
    const opened = await openWithIncident(open);
    const other = await opened.peer();

    const added = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        add(index % 2 === 0 ? opened : other, anEventAt(`15:${20 + index}`, { message })),
      ),
    );

    expect(added.filter((written) => written)).toHaveLength(1);
    expect(await opened.database.records.timeline.list(incident.id)).toHaveLength(1);
  });

  it('makes an event of the same message for another incident, and any number of no message', async () => {
    const opened = await openWithIncident(open);
    const second = aRecordedIncident({ id: incidentId('01HZZZ0000000000000000INC2'), number: 43 });
    await commit(opened, ({ incidents }) => incidents.add(second));

    const added = [
      await add(opened, anEventAt('15:20', { message })),
      await add(opened, anEventAt('15:21', { message, incidentId: second.id })),
      await add(opened, anEventAt('15:22')),
      await add(opened, anEventAt('15:23')),
    ];

    expect(added).toEqual([true, true, true, true]);
    const { timeline } = opened.database.records;
    expect((await timeline.list(second.id)).map((event) => event.at)).toEqual([at('15:21')]);
  });

  it('lists the events that incidents of the workspace made from a message, and no others', async () => {
    const opened = await openWithIncident(open);
    const second = aRecordedIncident({ id: incidentId('01HZZZ0000000000000000INC2'), number: 43 });
    await commit(opened, ({ incidents }) => incidents.add(second));
    const events = [anEventAt('15:20', { message }), anEventAt('15:21', { message, incidentId: second.id })];
    await add(opened, anEventAt('15:22'));
    await add(opened, anEventAt('15:23', { message: { ...message, key: messageKey('9.9') } }));
    for (const event of events) {
      await add(opened, event);
    }

    const { timeline } = opened.database.records;
    const listed = await timeline.listByMessage(incident.teamId, message);
    expect(listed.toSorted((a, b) => a.at.localeCompare(b.at))).toEqual(events);
    expect(await timeline.listByMessage(teamId('T0OTHER'), message)).toEqual([]);
    expect(await timeline.listByMessage(incident.teamId, { ...message, channel: channelId('C0OTHER') })).toEqual([]);
  });

  it('finds nothing where nothing is', async () => {
    const { timeline } = (await openWithIncident(open)).database.records;

    expect(await timeline.find(timelineEventId('none'))).toBeUndefined();
    expect(await timeline.list(incidentId('none'))).toEqual([]);
  });

  it('refuses the same id twice instead of dropping the second', async () => {
    const opened = await openWithIncident(open);
    await add(opened, anEventAt('15:20'));

    await expect(add(opened, anEventAt('15:20', { text: 'Another' }))).rejects.toThrow(/unique/i);
  });

  it('refuses an event of an incident that is not there', async () => {
    const opened = await open();

    await expect(add(opened, anEventAt('15:20'))).rejects.toThrow(/constraint/i);
  });

  it('lists a long evening whole', async () => {
    const opened = await openWithIncident(open);
    const ids = testIds();
    const start = Date.parse(at('15:20'));
    const events = Array.from({ length: 1_000 }, (_, index) =>
      anEventAt(new Date(start + index).toISOString(), { id: timelineEventId(ids.next()) }),
    );

    await commit(opened, async ({ timeline }) => {
      for (const event of events) {
        await timeline.add(event);
      }
    });

    expect(await opened.database.records.timeline.list(incident.id)).toEqual(events);
  });
});

function add(opened: Pick<TestDatabase, 'database'>, event: TimelineEvent): Promise<boolean> {
  return commit(opened, ({ timeline }) => timeline.add(event));
}
