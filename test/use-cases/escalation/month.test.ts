import { describe, expect, it } from 'vitest';
import { sqlite } from '../../support/engines.ts';
import { playMonth } from '../../support/escalation-month/play-month.ts';
import { tellHistory } from '../../support/escalation-month/history.ts';

describe('a month', () => {
  it('plays', { timeout: 600_000 }, async () => {
    const opened = await sqlite.open();
    const t = process.cpuUsage();
    const month = await playMonth(opened, 'one', Number(process.env.N ?? 200));
    const u = process.cpuUsage(t);
    console.log('cpu s', (u.user + u.system) / 1e6);
    console.log(await opened.sql('select kind, count(*) n, sum(failed_at is not null) f, sum(done_at is null and failed_at is null) open, sum(attempts)/count(*) a from work group by kind'));
    console.log(await opened.sql('select state, count(*) n from escalation group by state'));
    console.log(await opened.sql('select state, count(*) n from escalation_call group by state'));
    const ids = [...month.indexes.keys()];
    console.log(tellHistory(month.history.of(ids[3])), '\n\n', tellHistory(month.history.of(ids[11])));
    expect(ids.length).toBeGreaterThan(1);
  });
});
