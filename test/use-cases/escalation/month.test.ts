import { describe, expect, it } from 'vitest';
import { sqlite } from '../../support/engines.ts';
import { checkMonth } from '../../support/escalation-month/check-month.ts';
import { playMonth } from '../../support/escalation-month/play-month.ts';

const SEED = process.env.MONTH_SEED ?? 'spring';
const ESCALATIONS = Number(process.env.MONTH_ESCALATIONS ?? 300);

describe('a month of escalations', () => {
  it('answers, passes on or reports each of them', { timeout: 3_600_000 }, async () => {
    const opened = await sqlite.open();
    const t = process.cpuUsage();
    const month = await playMonth(opened, SEED, ESCALATIONS);
    const u = process.cpuUsage(t);
    console.log('cpu s', (u.user + u.system) / 1e6);
    console.log(
      await opened.sql(
        'select kind, count(*) n, sum(failed_at is not null) f, sum(done_at is null and failed_at is null) open, sum(attempts)*1.0/count(*) a from work group by kind',
      ),
    );
    const { wrong, summary } = await checkMonth(month, SEED);
    console.log(summary);
    expect(wrong, wrong.slice(0, 12).join('\n\n')).toEqual([]);
  });
});
