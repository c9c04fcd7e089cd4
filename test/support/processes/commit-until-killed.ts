import { monotonicFactory } from 'ulid';
import { openDatabase } from '../../../src/database/open-database.ts';
import { commit } from '../commit.ts';
import { at } from '../record-builder.ts';
import { claim, request, told } from '../work-requests.ts';

/**
 * Commits and works through it without an end, telling every step once it was promised to be kept. One transaction
 * writes two rows, so that half of one would show. Of three pieces of work it leaves one claimed.
 */
const [url = '', by = ''] = process.argv.slice(2);
const next = monotonicFactory();
const opened = await openDatabase({ url, ids: { next: () => next() } });
await opened.migrateToLatest();
tell('open');
await Promise.all([commitOnAndOn(), commitOnAndOn(), commitOnAndOn(), workOnAndOn()]);

async function commitOnAndOn(): Promise<never> {
  while (true) {
    const name = `${by}-${next()}`;
    await commit(opened, async ({ deliveries, work }) => {
      await deliveries.accept(name, at('15:00'));
      await work.add(request(name, { lane: name }));
    });
    tell('committed', name);
  }
}

async function workOnAndOn(): Promise<never> {
  for (let count = 1; ; ) {
    const claimed = await claim(opened, by, { limit: 3, until: at('15:10') });
    for (const piece of claimed) {
      const [name] = told([piece]);
      tell('claimed', name);
      if (count++ % 3 !== 0 && (await opened.workQueue.finish(piece.id, by, at('15:01')))) {
        tell('finished', name);
      }
    }
  }
}

function tell(...words: readonly (string | undefined)[]): void {
  process.stdout.write(`${words.join(' ')}\n`);
}
