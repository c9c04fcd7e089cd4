import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WebhookEvent } from '../../src/use-cases/webhooks.ts';
import type { Format } from '../../src/webhooks/format.ts';
import { opsgenieRequest } from '../../src/webhooks/opsgenie.ts';
import { pagerdutyRequest } from '../../src/webhooks/pagerduty.ts';
import { signedRequest } from '../../src/webhooks/signed.ts';
import { tellEvent } from '../../src/webhooks/tell-event.ts';
import { OpsgenieActionRequest, OpsgenieAlertRequest } from '../support/webhooks/start-opsgenie.ts';
import { PagerdutyEvent } from '../support/webhooks/start-pagerduty.ts';
import { anAttempt, anEvent, NOON, SECRET } from '../support/webhooks/webhook-call.ts';

function write(format: Format, event: WebhookEvent) {
  const told = tellEvent(event);
  const url = 'https://example.com/v2/alerts';
  const { body } = format({ url, secret: SECRET, event: told, delivery: anAttempt().key, now: NOON });
  return { body, read: JSON.parse(body) };
}

/** Any UTF-16, halves of characters too. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20_000, size: 'max' }),
  fc.string({
    unit: fc.constantFrom('🔥', '\ud83d', '\udd25', '\u0000', '\n', '"', '\\', '<b>', '&', 'é', '\u202e', 'x'),
  }),
  fc.nat({ max: 20_000 }).map((length) => `${'x'.repeat(length)}${'🔥'.repeat(600)}`),
);

const hostileEvents = fc
  .record({
    kind: fc.constantFrom('trigger', 'acknowledge', 'resolve'),
    title: fc.option(anyText, { nil: undefined }),
    reason: anyText,
    by: fc.option(anyText, { nil: undefined }),
    severityRank: fc.nat({ max: 20 }),
  })
  .map((hostile) => anEvent(hostile));

/** A lone half would be written as an escape that strict readers refuse. */
function isWholeText(body: string): boolean {
  return body.isWellFormed() && !/\\ud[89a-f]/iu.test(body);
}

describe('what is sent', () => {
  it('fits PagerDuty, whatever people type', () => {
    fc.assert(
      fc.property(hostileEvents, (event) => {
        const { body, read } = write(pagerdutyRequest, event);
        expect(PagerdutyEvent.safeParse(read).error).toBeUndefined();
        expect(isWholeText(body)).toBe(true);
        expect(read.payload?.summary ?? '').not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  it('fits Opsgenie, whatever people type', () => {
    fc.assert(
      fc.property(hostileEvents, (event) => {
        const { body, read } = write(opsgenieRequest, event);
        const schema = event.kind === 'trigger' ? OpsgenieAlertRequest : OpsgenieActionRequest;
        expect(schema.safeParse(read).error).toBeUndefined();
        expect(isWholeText(body)).toBe(true);
        expect(body).not.toMatch(/<[a-z/!?]/iu);
      }),
    );
  });

  it('is whole in our own format, and says nothing of a private incident', () => {
    fc.assert(
      fc.property(hostileEvents, (event) => {
        const { body, read } = write(signedRequest, event);
        expect(isWholeText(body)).toBe(true);
        expect(read.is_private).toBe(event.title === undefined);
        expect(event.title === undefined ? [read.title, read.reason] : []).toEqual(
          event.title === undefined ? ['A private incident', ''] : [],
        );
      }),
    );
  });

  it.each([
    ['PagerDuty’s summary', 1_024, (title: string) => write(pagerdutyRequest, anEvent({ title })).read.payload.summary],
    ['Opsgenie’s message', 130, (title: string) => write(opsgenieRequest, anEvent({ title })).read.message],
    [
      'Opsgenie’s description',
      15_000,
      (reason: string) => write(opsgenieRequest, anEvent({ reason })).read.description,
    ],
    ['Opsgenie’s user', 100, (by: string) => write(opsgenieRequest, anEvent({ by })).read.user],
  ])('is cut with an ellipsis to what fits into %s', (_, longest, written) => {
    const [odd, even] = [written('🔥'.repeat(20_000)), written(`x${'🔥'.repeat(20_000)}`)];

    for (const text of [odd, even]) {
      expect(text.endsWith('🔥…')).toBe(true);
      expect(text.isWellFormed()).toBe(true);
    }
    expect(Math.max(odd.length, even.length)).toBe(longest);
  });
});
