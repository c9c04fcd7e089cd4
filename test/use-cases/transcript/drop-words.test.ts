import { describe, expect, it } from 'vitest';
import { channelId, messageKey, personId } from '../../../src/domain/ids.ts';
import { dropWords } from '../../../src/use-cases/transcript/drop-words.ts';
import { commit } from '../../support/commit.ts';
import { engines } from '../../support/engines.ts';
import { openWithIncident } from '../../support/open-with-incident.ts';
import { aRecordedIncident, at } from '../../support/record-builder.ts';

const incidentId = aRecordedIncident().id;
const message = { channel: channelId('C1'), key: messageKey('1717946700.000100') };

describe.each(engines)('dropWords on $name', ({ open }) => {
  it('leaves who said something and when, and of what they said nothing in the database', async () => {
    const opened = await openWithIncident(open);
    await commit(opened, async (records) => {
      await records.transcript.keep({
        incidentId,
        message,
        thread: undefined,
        saidBy: personId('U1'),
        appName: undefined,
        at: at('15:20'),
        text: 'password: hunter2',
        source: 'password: hunter2',
        editedAt: undefined,
        deletedAt: undefined,
        version: message.key,
      });
      await dropWords(records, { incidentId, message, deletedAt: at('15:21') });
      await dropWords(records, { incidentId, message, deletedAt: at('15:59') });
    });

    const rows = await opened.sql('select * from transcript_message');
    expect(rows).toEqual([expect.objectContaining({ said_by: 'U1', deleted_at: at('15:21') })]);
    expect(JSON.stringify(rows)).not.toContain('hunter2');
  });
});
