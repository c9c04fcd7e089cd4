import { accept } from '../../domain/result.ts';
import type { Ports } from '../ports.ts';
import { contentOf, sourceOf, wordsOf } from '../timeline/message-words.ts';
import type { Work } from '../work.ts';

/** Puts in the names of people and groups that were not known when somebody mentioned them. */
export async function nameTranscript(
  ports: Pick<Ports, 'database' | 'directory'>,
  work: Extract<Work, { kind: 'name-transcript' }>,
): Promise<void> {
  const message = { channel: work.channel, key: work.message };
  const read = await ports.directory.readMessage(message);
  if (read === undefined) {
    return;
  }
  await ports.database.transaction(async (records) => {
    await records.transcript.reword(work.incidentId, {
      message,
      source: sourceOf(contentOf(read)),
      text: wordsOf({ ...contentOf(read), text: read.text }),
    });
    return accept(undefined);
  });
}
