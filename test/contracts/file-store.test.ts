import { describe, expect, it } from 'vitest';
import { fileId, type TimelineEventId } from '../../src/domain/ids.ts';
import type { EventFile } from '../../src/domain/timeline/event-file.ts';
import { commit } from '../support/commit.ts';
import { engines, type TestDatabase } from '../support/engines.ts';
import { openWithIncident } from '../support/open-with-incident.ts';
import { anEventAt, aRecordedIncident } from '../support/record-builder.ts';

const incident = aRecordedIncident();

function aFile(id: string, overrides: Partial<EventFile> = {}): EventFile {
  return {
    id: fileId(id),
    name: `${id}.png`,
    mediaType: 'image/png',
    size: 12,
    permalink: `https://x.slack.com/files/U1/${id}/pool.png`,
    lack: 'not_fetched',
    ...overrides,
  };
}

async function openWithEvent(open: () => Promise<TestDatabase>, files: readonly EventFile[]) {
  const opened = await openWithIncident(open);
  const event = anEventAt('15:20', { files });
  await commit(opened, ({ timeline }) => timeline.add(event));
  return { opened, event };
}

function listImages({ database }: TestDatabase) {
  return database.records.files.listImages(incident.id);
}

describe.each(engines)('the files of events on $name', ({ open }) => {
  it('come back with their event, in their order', async () => {
    const files = [aFile('F2'), aFile('F1', { permalink: undefined, lack: undefined, size: 2_147_483_647 })];
    const { opened, event } = await openWithEvent(open, files);

    const { timeline } = opened.database.records;
    expect(await timeline.find(event.id)).toStrictEqual(event);
    expect(await timeline.list(incident.id)).toStrictEqual([event]);
  });

  it('hold what is kept, until they are gone from their event', async () => {
    const { opened, event } = await openWithEvent(open, [aFile('F1'), aFile('F2')]);
    await commit(opened, async ({ files }) => {
      await files.keep(event.id, fileId('F1'), 'UE5H');
      await files.lack(event.id, fileId('F2'), 'too_large');
    });

    const { timeline } = opened.database.records;
    expect(await listImages(opened)).toEqual(new Map([['F1', { mediaType: 'image/png', base64: 'UE5H' }]]));
    expect((await timeline.find(event.id))?.files.map(({ lack }) => lack)).toEqual([undefined, 'too_large']);

    await commit(opened, ({ timeline: changed }) => changed.save({ ...event, files: [aFile('F2'), aFile('F3')] }));
    expect(await listImages(opened)).toEqual(new Map());
    expect((await timeline.find(event.id))?.files).toMatchObject([
      { id: 'F2', lack: 'too_large' },
      { id: 'F3', lack: 'not_fetched' },
    ]);
  });

  it('take nothing for an event or a file that is not there', async () => {
    const { opened, event } = await openWithEvent(open, []);
    await commit(opened, async ({ files }) => {
      await files.keep(event.id, fileId('F1'), 'UE5H');
      await files.keep('none' as TimelineEventId, fileId('F1'), 'UE5H');
    });

    expect(await listImages(opened)).toEqual(new Map());
  });
});
