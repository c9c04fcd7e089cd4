import { describe, expect, it } from 'vitest';
import { channelId, incidentId, messageKey, personId } from '../../src/domain/ids.ts';
import type { TranscriptMessage } from '../../src/domain/transcript/transcript-message.ts';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { aRecordedIncident, at } from '../support/record-builder.ts';

const incident = aRecordedIncident({ closedAt: at('16:40') });
const channel = channelId('C1');

function aMessage(key: string, overrides: Partial<TranscriptMessage> = {}): TranscriptMessage {
  return {
    incidentId: incident.id,
    message: { channel, key: messageKey(key) },
    thread: undefined,
    saidBy: personId('U1'),
    appName: undefined,
    at: at('15:20'),
    text: 'Pool is full',
    source: 'Pool is full',
    editedAt: undefined,
    deletedAt: undefined,
    version: key,
    ...overrides,
  };
}

describe.each(engines)('transcripts on $name', ({ open }) => {
  it('come back as they were put in, in the order in which they were said', async () => {
    const opened = await openWithIncident(open);
    const full = aMessage('1717946701.000100', {
      thread: messageKey('1717946700.000100'),
      saidBy: undefined,
      appName: 'Alertmanager',
      editedAt: at('15:21'),
      deletedAt: at('15:22'),
    });
    const first = aMessage('1717946700.000100');
    await commit(opened, async ({ transcript }) => {
      await transcript.keep(full);
      await transcript.keep(first);
    });

    const { transcript } = opened.database.records;
    expect(await transcript.list(incident.id)).toStrictEqual([first, full]);
    expect(await transcript.find(incident.id, full.message)).toStrictEqual(full);
    expect(await transcript.find(incident.id, { channel, key: messageKey('9.9') })).toBeUndefined();
    expect(await transcript.listHeads(incident.id)).toStrictEqual([
      { key: first.message.key, thread: undefined, version: first.version, deletedAt: undefined },
      { key: full.message.key, thread: full.thread, version: full.version, deletedAt: at('15:22') },
    ]);
    expect(await transcript.list(incidentId('01HZZZ0000000000000000NONE'))).toEqual([]);
  });

  it.each([
    ['an edit after its message', ['said', 'edited'], 'edited'],
    ['a message after its edit', ['edited', 'said'], 'edited'],
    ['a deletion last', ['said', 'edited', 'deleted'], 'deleted'],
    ['an edit after the deletion', ['said', 'deleted', 'edited'], 'deleted'],
    ['a message after its deletion', ['deleted', 'said'], 'deleted'],
  ] as const)('keep the newest, whatever the order: %s', async (_, order, expected) => {
    const opened = await openWithIncident(open);
    const versions = {
      said: aMessage('1.000100'),
      edited: aMessage('1.000100', { text: 'Pool is empty', source: 'Pool is empty', version: '1.000300' }),
      // Older by its version than the edit: a deletion is the last word all the same.
      deleted: aMessage('1.000100', { text: '', source: '', deletedAt: at('15:30'), version: '1.000200' }),
    };
    for (const name of order) {
      await commit(opened, ({ transcript }) => transcript.keep(versions[name]));
    }

    expect(await opened.database.records.transcript.list(incident.id)).toStrictEqual([versions[expected]]);
  });

  it('get other words only while the message is what they were made from', async () => {
    const opened = await openWithIncident(open);
    const { message } = aMessage('1.000100');
    const reword = (source: string) =>
      commit(opened, ({ transcript }) => transcript.reword(incident.id, { message, source, text: `${source}!` }));
    await commit(opened, ({ transcript }) => transcript.keep(aMessage('1.000100')));
    await reword('Something else');
    expect(await opened.database.records.transcript.find(incident.id, message)).toMatchObject({ text: 'Pool is full' });

    await reword('Pool is full');
    expect(await opened.database.records.transcript.find(incident.id, message)).toMatchObject({
      text: 'Pool is full!',
    });
  });

  it('are deleted where their incident was closed before, and those of no other', async () => {
    const opened = await openWithIncident(open);
    const ends = [
      { status: 'resolved', closedAt: undefined },
      { status: 'closed', closedAt: at('17:00') },
      { status: 'canceled', closedAt: at('16:40') },
    ] as const;
    const others = ends.map((ending, index) =>
      aRecordedIncident({ id: incidentId(`01HZZZ0000000000000000TR${index}`), number: 60 + index, ...ending }),
    );
    await commit(opened, async ({ incidents, transcript }) => {
      for (const each of [incident, ...others]) {
        await (each === incident ? undefined : incidents.add(each));
        await transcript.keep(aMessage('1.000100', { incidentId: each.id }));
      }
      await transcript.forgetClosedBefore(at('16:41'));
    });

    const { transcript } = opened.database.records;
    const left = await Promise.all([incident, ...others].map(async ({ id }) => (await transcript.list(id)).length));
    expect(left).toEqual([0, 1, 1, 0]);
  });
});
