import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Message } from '../../src/sandbox/people/message.ts';
import type { DeliveryRecord } from '../../src/sandbox/record.ts';
import { signRequest } from '../../src/sandbox/signature.ts';
import { declare } from '../support/declare.ts';
import { openRoom, type Room } from '../support/open-room.ts';

const KINDS: Readonly<Record<string, string>> = { pushpin: '📌', fish: '🐟', bulb: '💡', construction: '🚧' };

const reaction = fc.record({
  verb: fc.constant('toggles' as const),
  who: fc.constantFrom('ana', 'ben'),
  emoji: fc.constantFrom(...Object.keys(KINDS)),
});
const edit = fc.record({ verb: fc.constant('edits' as const), words: fc.constantFrom('full', 'empty', 'dry') });
const story = fc.record({
  acts: fc.array(fc.oneof(reaction, edit), { minLength: 1, maxLength: 8 }),
  isDeleted: fc.boolean(),
  /** Where each delivery comes in the order, and how often. */
  shuffle: fc.array(fc.record({ place: fc.nat({ max: 99 }), times: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 9,
    maxLength: 9,
  }),
});

it('the timeline ends in the same whatever happens to a message, in whatever order and how often Slack tells of it', async () => {
  const room = await openRoom();
  const channel = await declare(room);
  const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
  ben.joins(channel);
  let number = 0;

  const ends = fc.asyncProperty(story, async ({ acts, isDeleted, shuffle }) => {
    const name = `message-${++number}:`;
    const message = ben.says(`${name} new`, channel);
    ana.reactsWith('pushpin', message);
    await room.settle();

    const expected = { words: 'new', tags: ['ana pushpin'] };
    const held = await withheld(room, () => {
      for (const act of acts) {
        if (act.verb === 'edits') {
          ben.edits(message, `${name} ${act.words}`);
          expected.words = act.words;
        } else {
          expected.tags = toggle(room, message, { ...act, tags: expected.tags });
        }
      }
      if (isDeleted) {
        ben.deletes(message);
      }
    });
    const sent = held.flatMap((delivery, index) => {
      const { place, times } = shuffle[index] ?? { place: 0, times: 1 };
      return Array.from({ length: times }, (_, time) => ({ delivery, place: (place * (time + 1)) % 101 }));
    });
    for (const { delivery } of sent.sort((a, b) => a.place - b.place)) {
      await send(room, delivery);
    }
    await room.settle();

    const page = await ana.types('/incident timeline', channel);
    const line = page.text.split('\n').find((text) => text.includes(name)) ?? '';
    expect(line).toContain(`${name} ${expected.words}`);
    expect(line.includes('retracted')).toBe(expected.tags.length === 0);
    expect(line.includes('message deleted')).toBe(isDeleted);
    const newest = expected.tags.at(-1)?.split(' ')[1];
    expect(newest === undefined || line.startsWith(KINDS[newest] ?? '?')).toBe(true);
  });

  await fc.assert(ends, { numRuns: 20 });
});

function toggle(
  room: Room,
  message: Message,
  { who, emoji, tags }: { readonly who: string; readonly emoji: string; readonly tags: readonly string[] },
): string[] {
  const tag = `${who} ${emoji}`;
  const others = tags.filter((other) => other !== tag);
  if (others.length < tags.length) {
    room.workspace.person(who).takesBack(emoji, message);
    return others;
  }
  room.workspace.person(who).reactsWith(emoji, message);
  return [...others, tag];
}

/** What Slack would have delivered meanwhile, while the bot could not be reached. */
async function withheld(room: Room, happens: () => void): Promise<readonly DeliveryRecord[]> {
  const { deliveries } = room.workspace.record;
  const before = deliveries.length;
  room.workspace.deliverTo('http://127.0.0.1:1/');
  happens();
  await room.workspace.settled();
  room.workspace.deliverTo(`${room.bot.address}/slack/events`);
  return deliveries.slice(before).filter(({ attempt }) => attempt === 1);
}

async function send(room: Room, { payload }: DeliveryRecord): Promise<void> {
  const body = JSON.stringify(payload);
  const signature = signRequest(room.workspace.signingSecret, body);
  const headers = { 'content-type': 'application/json', ...signature };
  const { status } = await fetch(`${room.bot.address}/slack/events`, { method: 'POST', headers, body });
  expect(status).toBe(200);
}
