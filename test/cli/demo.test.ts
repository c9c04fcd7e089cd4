import { describe, expect, it } from 'vitest';
import { type DemoOptions, demo } from '../../src/cli/demo.ts';
import { memoryPrint } from '../support/memory-print.ts';

const INCIDENTS = ['001-booking', '002-checkout', '003-search'];

function run(names: readonly string[], options: Partial<DemoOptions> = {}) {
  const print = memoryPrint();
  const progress: string[] = [];
  const lived: string[] = [];
  const openStage = async () => ({
    incidents: INCIDENTS,
    liveThrough: async (incident: string, onProgress: (share: number) => void) => {
      lived.push(incident);
      onProgress(0.507);
      return {
        summary: '2 h, in 1.0 s',
        transcript: [`#${incident}`, '14:00  Ana: It is down'],
        paths: [`demo/${incident}.md`, `demo/${incident}.html`],
      };
    },
  });
  const code = demo({
    names,
    print,
    showProgress: (line) => void progress.push(line),
    openStage,
    stopRequested: new AbortController().signal,
    ...options,
  });
  return { code, print, progress, lived };
}

describe('demo', () => {
  it('lives through all incidents, shows the last and says where the drafts are', async () => {
    const { code, print, lived } = run([]);

    expect(await code).toBe(0);
    expect(lived).toEqual(INCIDENTS);
    expect(print.complaints).toEqual([]);
    expect(print.lines).toEqual([
      'The real bot lives through these incidents, in a Slack workspace inside this process:',
      '',
      '  001-booking   2 h, in 1.0 s',
      '  002-checkout  2 h, in 1.0 s',
      '  003-search    2 h, in 1.0 s',
      '',
      '#003-search',
      '14:00  Ana: It is down',
      '',
      'The postmortem drafts:',
      ...INCIDENTS.flatMap((incident) => [`  demo/${incident}.md`, `  demo/${incident}.html`]),
    ]);
  });

  it('shows how far it is, and clears that line', async () => {
    const { code, progress } = run(['002']);

    await code;
    expect(progress).toEqual(['  002-checkout  50 %', '']);
  });

  it.each([
    [['002'], ['002-checkout']],
    [
      ['003-search', '001'],
      ['001-booking', '003-search'],
    ],
    [['002', '002-checkout'], ['002-checkout']],
  ])('lives through %j alone', async (names, chosen) => {
    const { code, lived } = run(names);

    expect(await code).toBe(0);
    expect(lived).toEqual(chosen);
  });

  it('lists the incidents where there is none of that name', async () => {
    const { code, print, lived } = run(['002', 'nonsense']);

    expect(await code).toBe(2);
    expect(lived).toEqual([]);
    expect(print.lines).toEqual([]);
    expect(print.complaints).toEqual([
      'There is no incident nonsense. There are 001-booking, 002-checkout, 003-search.',
    ]);
  });

  it('says why it could not go on', async () => {
    const { code, print } = run([], { openStage: () => Promise.reject(new Error('no room')) });

    expect(await code).toBe(1);
    expect(print.complaints).toEqual(['Faultline had to stop: no room']);
  });

  it('says nothing more once somebody has asked it to stop', async () => {
    const stopRequested = AbortSignal.abort();
    const { code, print } = run([], { stopRequested, openStage: async () => stopRequested.throwIfAborted() as never });

    expect(await code).toBe(130);
    expect(print.complaints).toEqual([]);
  });
});
