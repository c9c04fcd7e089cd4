import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { createWebhookTracker } from '../../src/trackers/webhook.ts';
import { at } from '../support/record-builder.ts';
import { json, startTroubled } from '../support/trackers/start-troubled.ts';
import { content, firstAttempt } from '../support/trackers/ticket-content.ts';

const NOON = at('12:00');

async function made(answer: object) {
  const { address } = await startTroubled(() => json(201, answer));
  const clock = new ManualClock(NOON);
  const tracker = createWebhookTracker({
    policy: { format: 'webhook', url: address, create: 'always', labels: [] },
    secret: 'a-secret-of-sixteen-or-more',
    system: { clock, timers: clock },
  });
  return tracker.create(content, firstAttempt(NOON));
}

describe('a ticket of a tracker that takes signed calls', () => {
  it.each<[string, object, object]>([
    [
      'all of it',
      { key: 'T-7', url: 'https://t.example.com/7', at: NOON },
      { key: 'T-7', url: 'https://t.example.com/7', heardAt: NOON },
    ],
    ['a key that is a number', { key: 123 }, { key: '123' }],
    ['a time that is none', { key: 'T-7', at: 'soon' }, { key: 'T-7', heardAt: '1970-01-01T00:00:00.000Z' }],
    [
      'an address that is too long',
      { key: 'T-7', url: `https://${'x'.repeat(2_000)}` },
      { key: 'T-7', url: undefined },
    ],
    ['a key that is too long', { key: 'T'.repeat(201), at: NOON }, { key: content.actionItemId, heardAt: NOON }],
    ['a key that is empty', { key: '' }, { key: content.actionItemId }],
    ['no field', {}, { key: content.actionItemId }],
    ['no object', ['T-7'], { key: content.actionItemId }],
  ])('is called as its answer says: %s', async (_, answer, ticket) => {
    expect(await made(answer)).toMatchObject({ state: 'open', ...ticket });
  });
});
