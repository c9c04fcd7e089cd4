import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { WorkId } from '../../src/domain/ids.ts';
import type { Webhook } from '../../src/domain/policy.ts';
import { addMilliseconds, MINUTE } from '../../src/domain/time.ts';
import { ManualClock } from '../../src/sandbox/manual-clock.ts';
import { createSystem } from '../../src/system/create-system.ts';
import type { WebhookEvent } from '../../src/use-cases/webhooks.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startReceiver } from '../support/webhooks/start-receiver.ts';
import { anEvent, caller, faultOf, NOON, SECRET } from '../support/webhooks/webhook-call.ts';

const page = readFileSync('docs/webhooks.md', 'utf8');

const story: readonly (Partial<WebhookEvent> & { kind: WebhookEvent['kind']; delivery: string })[] = [
  { kind: 'trigger', delivery: '01KR0ZR8M0V6T3Q9S5H2XBN4EA' },
  { kind: 'acknowledge', at: addMilliseconds(NOON, 3 * MINUTE), by: 'Ben', delivery: '01KR0ZXRH0C7D2J8W4K1YFM6GP' },
  { kind: 'resolve', at: addMilliseconds(NOON, 40 * MINUTE), by: undefined, delivery: '01KR121GH0A9R5Z3N7E8QTV2WS' },
];

/** What somebody at `path` is sent in that story, as the page shows it. */
async function requestsOf(format: Webhook['format'], path: string): Promise<readonly string[]> {
  const receiver = await startReceiver(() => ({ status: 202 }));
  for (const { delivery, ...event } of story) {
    const at = event.at ?? NOON;
    const { send } = caller({ format, url: `${receiver.address}${path}` }, { time: new ManualClock(at) });
    await send(
      { dedupKey: 'faultline-T0123456789-01KR0ZR8KZC5M2P8T4W6X9B3D7-1', ...event },
      { key: delivery as WorkId },
    );
  }
  return receiver.delivered.map(({ method, path: asked, headers, body }) => {
    const shown = ['Authorization', 'X-Faultline-Timestamp', 'X-Faultline-Signature', 'X-Faultline-Delivery'];
    const lines = shown.flatMap((name) => {
      const value = headers[name.toLowerCase()];
      return value === undefined ? [] : [`${name}: ${String(value)}`];
    });
    return [`${method} ${asked}`, ...lines, '', JSON.stringify(JSON.parse(body), null, 2), ''].join('\n');
  });
}

/** The blocks in that language below a heading. */
function blocks(language: string, heading: string): readonly string[] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gmu)]
    .filter(([, named]) => named === language)
    .map(([, , text = '']) => text);
}

describe('docs/webhooks.md', () => {
  it.each([
    ['The signed format', 'signed', '/calls'],
    ['PagerDuty', 'pagerduty', '/v2/enqueue'],
    ['Opsgenie', 'opsgenie', '/v2/alerts'],
  ] as const)('shows below “%s” what is sent', async (heading, format, path) => {
    expect(blocks('http', heading)).toEqual(await requestsOf(format, path));
  });

  it('lists every field of the signed format', () => {
    const table = page.split('\n## The signed format\n')[1]?.split('\n\n')[1] ?? '';
    const listed = [...table.matchAll(/^\| (`.*?) \|/gmu)].flatMap(([, cell = '']) => cell.match(/\w+/gu) ?? []);
    const [example = ''] = blocks('http', 'The signed format');
    expect(listed).toEqual(Object.keys(JSON.parse(example.split('\n\n')[1] ?? '')));
  });
});

describe('its example in Node', () => {
  async function runExample() {
    const [example = ''] = blocks('js', 'The signed format');
    const file = join(temporaryFolder(), 'receive-calls.mjs');
    writeFileSync(file, example);
    const child = spawn(process.execPath, [file], {
      env: { FAULTLINE_SECRET: SECRET, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'close');
    onTestFinished(async () => {
      child.kill();
      await ended;
    });
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    const nextLine = async () => String((await lines.next()).value);
    const url = `http://127.0.0.1:${/listening on port (\d+)/u.exec(await nextLine())?.[1]}`;
    return { url, nextLine };
  }

  const system = createSystem();
  const now = { ...system.clock, ...system.timers };

  it('takes a call, and drops its repeat', async () => {
    const { url, nextLine } = await runExample();
    const { send } = caller({ format: 'signed', url }, { time: now });

    const answers = [await send(), await send({}, { isRepeat: true }), await send({}, { key: 'another' as WorkId })];

    expect(answers).toEqual(['202 taken', '200 taken before', '202 taken']);
    expect(await nextLine()).toBe(`trigger ${anEvent().incident} ${anEvent().title}`);
  });

  it.each([
    ['old', -6 * MINUTE],
    ['far ahead', 6 * MINUTE],
  ])('takes none that is too %s', async (_, milliseconds) => {
    const { url } = await runExample();
    const time = new ManualClock(addMilliseconds(system.clock.now(), milliseconds));

    const fault = await faultOf(caller({ format: 'signed', url }, { time }).send());

    expect([fault.sort, fault.reason]).toEqual(['never', 'http_401']);
  });

  it('takes none with another secret', async () => {
    const { url } = await runExample();

    const fault = await faultOf(caller({ format: 'signed', url }, { time: now, secret: 'another' }).send());

    expect(fault.reason).toBe('http_401');
  });

  it('takes none that was tampered with', async () => {
    const { url } = await runExample();
    const recorder = await startReceiver(() => ({ status: 202 }));
    await caller({ format: 'signed', url: recorder.address }, { time: now }).send();
    const { headers = {}, body = '' } = recorder.delivered[0] ?? {};
    const signed = {
      'x-faultline-timestamp': String(headers['x-faultline-timestamp']),
      'x-faultline-signature': String(headers['x-faultline-signature']),
    };
    const post = async (changed: { headers?: Record<string, string>; body?: string }) =>
      (await fetch(url, { method: 'POST', headers: signed, body, ...changed })).status;

    const later = String(Number(signed['x-faultline-timestamp']) + 1);
    const statuses = [
      await post({ body: body.replace('INC-42', 'INC-43') }),
      await post({ body: `${body} ` }),
      await post({ headers: { ...signed, 'x-faultline-timestamp': later } }),
      await post({ headers: { ...signed, 'x-faultline-timestamp': '' } }),
      await post({ headers: { ...signed, 'x-faultline-signature': signed['x-faultline-signature'].slice(3) } }),
      await post({ headers: {} }),
      await post({}),
    ];

    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 202]);
  });
});
