import { describe, expect, it } from 'vitest';
import { refuse } from '../../src/domain/result.ts';
import { commit } from '../support/commit.ts';
import { engines, type TestDatabase } from '../support/engines.ts';
import { at } from '../support/record-builder.ts';

describe.each(engines)('deliveries on $name', ({ open }) => {
  it('are accepted once for each key', async () => {
    const opened = await open();

    expect([await deliver(opened, 'T1:a'), await deliver(opened, 'T1:a'), await deliver(opened, 'T1:b')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('are known once they were accepted', async () => {
    const opened = await open();
    await deliver(opened, 'T1:a');

    const { deliveries } = opened.database.records;
    expect([await deliveries.knows('T1:a'), await deliveries.knows('T1:b')]).toEqual([true, false]);
  });

  it('are told apart by the case and the last character of their keys', async () => {
    const opened = await open();
    const keys = ['T1:a', 'T1:A', 'T1:á', 'T1:a ', 'T1:'];

    expect(await Promise.all(keys.map((key) => deliver(opened, key)))).toEqual(keys.map(() => true));
  });

  it('are refused within the transaction that accepted them', async () => {
    const opened = await open();

    const answers = await commit(opened, async ({ deliveries }) => [
      await deliveries.accept('T1:a', at('15:00')),
      await deliveries.accept('T1:a', at('15:00')),
    ]);

    expect(answers).toEqual([true, false]);
  });

  it('free their key again where the change was refused', async () => {
    const opened = await open();
    await opened.database.transaction(async ({ deliveries }) => {
      await deliveries.accept('T1:a', at('15:00'));
      return refuse('no');
    });

    expect(await deliver(opened, 'T1:a')).toBe(true);
  });

  it('are accepted once when repeated at the same moment', async () => {
    const opened = await open();
    const other = await opened.peer();

    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => deliver(index % 2 === 0 ? opened : other, 'T1:a')),
    );

    expect(answers.filter((accepted) => accepted)).toHaveLength(1);
  });

  it('keep the instant, by which old keys can be forgotten', async () => {
    const opened = await open();
    await deliver(opened, 'T1:a');

    expect(await opened.sql('select * from delivery')).toEqual([{ key: 'T1:a', accepted_at: at('15:00') }]);
  });
});

function deliver(opened: Pick<TestDatabase, 'database'>, key: string): Promise<boolean> {
  return commit(opened, ({ deliveries }) => deliveries.accept(key, at('15:00')));
}
