import { describe, expect, it } from 'vitest';
import { actionItemId, channelId, messageKey, type PersonId } from '../../src/domain/ids.ts';
import { addMilliseconds, calendarDateAt, DAY, HOUR, type Instant, MINUTE, UTC } from '../../src/domain/time.ts';
import { defaultPolicy } from '../../src/policy.ts';
import { timestampAt } from '../../src/slack/text/slack-time.ts';
import type { ActionItemMessage } from '../../src/use-cases/action-item-stores.ts';
import { forgetOld } from '../../src/use-cases/forget-old.ts';
import { commit } from '../support/commit.ts';
import { engines, type TestDatabase } from '../support/engines.ts';
import { idleActionItemMessenger } from '../support/escalation-month/idle-ports.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { anItem, aRecordedIncident, at, claire, mahari } from '../support/record-builder.ts';
import { claim } from '../support/work-requests.ts';

const START = at('15:30');
const by = 'a worker';

describe.each(engines)('forgetting on $name', ({ open }) => {
  it('drops what was finished a month ago and the keys of deliveries, and nothing else', async () => {
    const opened = await openWithIncident(open);
    const add = (lane: string, runAt = START) =>
      commit(opened, ({ work }) => work.add({ work: { kind: 'forget-old' }, lane, runAt, dedupeKey: lane }));
    await add('done');
    await add('failed');
    await commit(opened, ({ deliveries }) => deliveries.accept('T1:old', START));
    const claimed = await claim(opened, by, { now: START, until: addMilliseconds(START, MINUTE) });
    await opened.workQueue.finish(claimed[0]?.id ?? missing(), by, START);
    await opened.workQueue.fail(claimed[1]?.id ?? missing(), by, START, 'gone');
    await add('waiting');

    const now = addMilliseconds(START, 30 * DAY + HOUR);
    await commit(opened, ({ deliveries }) => deliveries.accept('T1:new', now));
    await forgetOld(portsOf(opened, now));

    const rows = await opened.sql('select lane from work order by lane');
    expect(rows.map(({ lane }) => lane)).toEqual(['forget-old', 'waiting']);
    expect((await opened.sql('select * from delivery')).length).toBe(1);
    expect(await opened.database.records.incidents.find(aRecordedIncident().id)).toBeDefined();
  });

  it('drops what somebody typed a month ago and never sent', async () => {
    const opened = await openWithIncident(open);
    const incident = aRecordedIncident();
    const words = { text: 'Bookings', shownVersion: 0 };
    await commit(opened, async ({ unsaved }) => {
      await unsaved.keep(incident.id, claire, { ...words, section: 'summary', typedAt: START });
      await unsaved.keep(incident.id, claire, { ...words, section: 'lessons', typedAt: addMilliseconds(START, DAY) });
    });

    const now = addMilliseconds(START, 30 * DAY + HOUR);
    await forgetOld(portsOf(opened, now));

    const left = await opened.database.records.unsaved.list(incident.id, claire);
    expect(left.map(({ section }) => section)).toEqual(['lessons']);
  });

  it('drops what reminders showed 90 days ago, but not the last of each person, and nothing of another kind', async () => {
    const opened = await openWithIncident(open);
    const { teamId: team } = aRecordedIncident();
    const [one, other] = [anItem(), anItem({ id: actionItemId('01HZZZ0000000000000000ACT2') })];
    const reminder = (personId: PersonId, sentAt: Instant): ActionItemMessage => ({
      message: { channel: channelId(`D-${personId}`), key: messageKey(timestampAt(sentAt)) },
      kind: 'digest',
      personId,
    });
    const old = reminder(claire, START);
    const young = reminder(claire, addMilliseconds(START, 2 * HOUR));
    const last = reminder(mahari, START);
    const assigned: ActionItemMessage = {
      message: { channel: old.message.channel, key: messageKey(timestampAt(addMilliseconds(START, -HOUR))) },
      kind: 'assignment',
      personId: claire,
    };
    await commit(opened, async ({ actionItems, itemMessages, reminders }) => {
      await actionItems.add(one);
      await actionItems.add(other);
      for (const shown of [old, young, last, assigned]) {
        await itemMessages.addAll(team, [one.id, other.id], shown);
      }
      const sent = { sentOn: calendarDateAt(START, UTC), sentAt: START };
      await reminders.saveDigest(team, claire, { ...sent, message: young.message });
      await reminders.saveDigest(team, mahari, { ...sent, message: last.message });
    });

    await forgetOld(portsOf(opened, addMilliseconds(START, 90 * DAY)));
    const { itemMessages } = opened.database.records;
    expect(await itemMessages.listItems(team, old.message)).toEqual([one.id, other.id]);

    await forgetOld(portsOf(opened, addMilliseconds(START, 90 * DAY + HOUR)));
    expect(await itemMessages.listItems(team, old.message)).toEqual([]);
    for (const { message } of [young, last, assigned]) {
      expect(await itemMessages.listItems(team, message)).toEqual([one.id, other.id]);
    }

    await forgetOld(portsOf(opened, addMilliseconds(START, 400 * DAY)));
    expect(await itemMessages.listItems(team, young.message)).toEqual([one.id, other.id]);
  });

  it('comes back the next day, once for all processes', async () => {
    const opened = await open();
    const ports = portsOf(opened, START);
    await forgetOld(ports);
    await forgetOld(ports);

    const rows = await opened.sql('select run_at from work');
    expect(rows).toEqual([{ run_at: addMilliseconds(START, DAY) }]);
  });
});

const actionItemMessenger = {
  ...idleActionItemMessenger,
  firstKeyAt: (from: Instant) => messageKey(timestampAt(from)),
};

function portsOf({ database }: TestDatabase, now: Instant) {
  return { database, clock: { now: () => now }, policy: defaultPolicy, actionItemMessenger };
}

function missing(): never {
  throw new Error('nothing was claimed');
}
