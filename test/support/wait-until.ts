import { vi } from 'vitest';
import { SECOND } from '../../src/domain/time.ts';

/** For what comes by itself, without the clock. It gives up before its test does, so that nothing goes on beside the next. */
export async function waitUntil(isSo: () => boolean): Promise<void> {
  await vi.waitUntil(isSo, { timeout: 15 * SECOND, interval: 5 });
}
