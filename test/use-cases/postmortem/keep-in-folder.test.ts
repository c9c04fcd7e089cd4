import { expect, it } from 'vitest';
import { incidentId } from '../../../src/domain/ids.ts';
import { FOLDER_LANE } from '../../../src/use-cases/postmortem/ask-to-keep-in-step.ts';
import { keepInFolder } from '../../../src/use-cases/postmortem/keep-in-folder.ts';
import type { FolderFile } from '../../../src/use-cases/postmortem-folder.ts';
import { postmortemFiles } from '../../../src/web/postmortem-files.ts';
import { sqlite } from '../../support/engines.ts';
import { idleDirectory } from '../../support/escalation-month/idle-ports.ts';
import { openWithIncident } from '../../support/open-with-incident.ts';
import { aRecordedIncident, at } from '../../support/record-builder.ts';
import { claim, enqueue, request } from '../../support/work-requests.ts';

it('writes once what was asked for several times, for each incident', async () => {
  const opened = await openWithIncident(sqlite.open);
  const { id } = aRecordedIncident();
  const kept: FolderFile[] = [];
  const keep = () =>
    keepInFolder(
      {
        database: opened.database,
        clock: { now: () => at('16:00') },
        directory: { ...idleDirectory, findPerson: async () => undefined },
        postmortemFiles,
        folder: { keep: async (file) => void kept.push(file) },
      },
      id,
    );
  const ask = (incidentId: typeof id) =>
    enqueue(opened, request('folder', { work: { kind: 'keep-in-folder', incidentId }, lane: FOLDER_LANE }));
  await ask(id);

  await keep();
  expect(kept).toEqual([]);

  await claim(opened, 'A');
  await ask(incidentId('another'));
  await keep();
  expect(kept).toMatchObject([{ path: ['2024', expect.stringMatching(/\.md$/u)] }]);
});
