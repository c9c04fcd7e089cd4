import { describe, expect, it } from 'vitest';
import { demo } from '../../src/cli/demo.ts';
import { memoryPrint } from '../support/memory-print.ts';

describe('demo', () => {
  it('says what to open, and stops when asked', async () => {
    const print = memoryPrint();
    const stopped: string[] = [];
    const startDemo = async () => ({
      describe: ['Open http://localhost:4000.', 'Then try /incident start.'],
      stop: async () => void stopped.push('stopped'),
    });

    expect(await demo({ print, startDemo, stopRequested: AbortSignal.abort() })).toBe(0);
    expect(print.lines).toEqual(['Open http://localhost:4000.', 'Then try /incident start.']);
    expect(stopped).toEqual(['stopped']);
  });

  it('says why it could not start', async () => {
    const print = memoryPrint();
    const startDemo = () => Promise.reject(new Error('no room'));

    expect(await demo({ print, startDemo, stopRequested: AbortSignal.abort() })).toBe(1);
    expect(print.complaints).toEqual(['Faultline had to stop: no room']);
  });
});
