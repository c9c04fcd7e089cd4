import { describe, expect, it } from 'vitest';
import { commit } from '../support/commit.ts';
import { engines } from '../support/engines.ts';
import { at } from '../support/record-builder.ts';

describe.each(engines)('closing a database on $name', ({ open }) => {
  it('waits for the transaction that runs, and keeps it', async () => {
    const opened = await open();
    const reached = signal();
    const allowed = signal();
    const running = commit(opened, async ({ deliveries }) => {
      await deliveries.accept('T1:a', at('15:00'));
      reached.give();
      await allowed.given;
      return deliveries.accept('T1:b', at('15:00'));
    });
    await reached.given;

    const closing = opened.close();
    allowed.give();

    expect(await running).toBe(true);
    await closing;
    expect(await opened.sql('select key from delivery order by key')).toEqual([{ key: 'T1:a' }, { key: 'T1:b' }]);
  });

  it('may be asked for twice', async () => {
    const opened = await open();

    await Promise.all([opened.close(), opened.close()]);
    await opened.close();
  });
});

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}
