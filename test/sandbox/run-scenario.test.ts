import { describe, expect, it } from 'vitest';
import { playScenario } from '../../src/play-scenario.ts';
import { readScenario } from '../../src/sandbox/scenario.ts';

function play(...steps: readonly string[]) {
  const yaml = `
zone: UTC
people: { Ana: UTC, Ben: Europe/Berlin }
channels: { general: [Ana, Ben] }
days:
  2024-05-07:
    - { at: 14:00, who: Ana, types: /incident start Booking is down }
${steps.map((step) => `    - { ${step} }`).join('\n')}`;
  return playScenario(readScenario('x', yaml));
}

describe('runScenario', () => {
  it('acts in the incident’s channel unless told otherwise, each step at its instant', async () => {
    const { channel, workspace } = await play(
      'at: 14:01, who: Ana, says: Looking, as: looking',
      'at: 14:02, who: Ben, says: Me too, in: general',
      'at: 14:03, who: Ana, says: Found it, thread: looking',
    );

    expect(channel.message('Looking').ts).toBe('1715090460.000001');
    expect(channel.message('Found it').threadTs).toBe('1715090460.000001');
    expect(workspace.channel('general').message('Me too').author).toBe('Ben');
  });

  it('fills the form that opens and sends it', async () => {
    const { workspace } = await play(
      'at: 14:01, who: Ana, says: The pool was full, as: pool',
      'at: 14:02, who: Ana, uses: Add to timeline, on: pool, fills: { kind: cause-found }',
    );

    const [sent] = workspace.record.deliveries.filter(({ kind }) => kind === 'view_submission');
    expect(JSON.stringify(sent?.payload)).toContain('"value":"cause-found"');
    expect(sent?.status).toBe(200);
  });

  it.each([
    [
      'at: 14:01, who: Ana, types: /incident status monitoring, expect: resolved',
      '“resolved” does not stand in the answer: Now',
    ],
    ['at: 14:01, who: Ana, tags: mag, on: the moon', 'No message in #inc-1-booking-is-down shows “the moon”.'],
    ['at: 14:01, who: Cleo, says: Hi', 'The workspace has no person Cleo'],
    ['at: 14:01, who: Ana, types: /incident start, fills: { colour: red }', 'The form has no field colour'],
    ['at: 14:01, who: Ana, types: /incident start, fills: { title: "" }', 'it failed: title: Please complete'],
    [
      'at: 14:01, who: Ana, types: /incident status monitoring, fills: { kind: note }',
      'it failed: no form opened, but: Now',
    ],
  ])('says which step failed, and why: %s', async (step, complaint) => {
    await expect(play(step)).rejects.toThrow(/^x\.yaml: 2024-05-07 14:01, (?:Ana|Cleo) \w+: /u);
    await expect(play(step)).rejects.toThrow(complaint);
  });
});
