import { describe, expect, it } from 'vitest';
import type { TimeZone } from '../../src/domain/time.ts';
import { type TranscriptOptions, transcript } from '../../src/sandbox/transcript/transcript.ts';
import { widthOf, wrapText } from '../../src/sandbox/transcript/wrap-text.ts';
import { openRoom } from '../support/open-room.ts';

const DAY = 24 * 60 * 60_000;

async function lived(options: Partial<TranscriptOptions> = {}) {
  const room = await openRoom();
  const { workspace } = room;
  const [ana, ben] = [workspace.person('ana'), workspace.person('ben')];
  await ana.types('/incident start Booking is down', 'general');
  await room.settle();
  const [channel] = workspace.channels().filter(({ name }) => name.startsWith('inc-'));
  if (channel === undefined) {
    throw new Error('There is no channel.');
  }
  ben.joins(channel);
  await room.pass(60_000);
  const pool = ben.says('The pool of connections is full, and nothing that waits for one ever gets it again', channel);
  ana.reactsWith('bulb', pool);
  await room.pass(60_000);
  await ana.types('/incident status identified', channel);
  await room.pass(DAY);
  ana.edits(ana.says('It is beter', undefined, { thread: pool }), 'It is better');
  await room.settle();
  const people = ['ana', 'ben'];
  return transcript({
    workspace,
    channel,
    people,
    zone: 'Africa/Addis_Ababa' as TimeZone,
    columns: 72,
    colours: false,
    ...options,
  });
}

describe('transcript', () => {
  it('shows the channel as its people see it in the end', async () => {
    expect((await lived()).join('\n')).toMatchInlineSnapshot(`
      "#inc-1-booking-is-down
      🟡 SEV3 · identified · Booking is down

      Tuesday 7 May 2024, UTC+3

      17:00  ana types /incident start Booking is down (in #general)
      17:00  faultline has joined the channel
      17:00  ana has joined the channel
      17:00  faultline:
             INC-1 · Booking is down
             🔎 identified   🟡 SEV3
             Declared 2024-05-07 17:00 by @ana
             vacant: commander, scribe, communications lead
             [Add to timeline]  [Update]  [Escalate]  [Roles]  [Action item]
             [Resolve]
             :pushpin: on a message puts it on the timeline. \`/incident help\`
             shows the rest.
      17:00  faultline set the channel topic: 🟡 SEV3 · investigating ·
             Booking is down
      17:00  ben has joined the channel
      17:01  ben: The pool of connections is full, and nothing that waits for
             one ever gets it again
             💡 ana   📝 faultline
             8 May 17:02  ana: It is better (edited)
      17:02  ana types /incident status identified
      17:02  faultline (only visible to ana): Now 🔎 identified.
      17:02  faultline: 🔁 2024-05-07 17:02 status changed: investigating →
             identified — ana
      17:02  faultline set the channel topic: 🟡 SEV3 · identified · Booking
             is down"
    `);
  });

  it('has colours only where they are asked for', async () => {
    const coloured = await lived({ colours: true });

    expect(coloured.join('\n')).toContain('\u001B[1mben\u001B[22m: The pool');
    expect((await lived()).join('\n')).not.toContain('\u001B');
  });

  it.each([72, 90])('stays within %d columns', async (columns) => {
    expect(Math.max(...(await lived({ columns })).map(widthOf))).toBeLessThanOrEqual(columns);
  });
});

describe('wrapText', () => {
  it.each([
    ['', ['']],
    ['one two three', ['one two', 'three']],
    ['one\n\ntwo', ['one', '', 'two']],
    ['incomprehensible it is', ['incomprehensible', 'it is']],
    ['🚨 🚨 🚨 🚨', ['🚨 🚨 🚨', '🚨']],
  ])('breaks %j into lines of eight', (text, lines) => {
    expect(wrapText(text, 8)).toEqual(lines);
  });
});
