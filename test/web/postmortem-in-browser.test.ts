import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileId } from '../../src/domain/ids.ts';
import { checkRecord } from '../../src/domain/postmortem/check/check-record.ts';
import { draftPostmortem } from '../../src/domain/postmortem/draft-postmortem.ts';
import type { IncidentRecord } from '../../src/domain/postmortem/record.ts';
import { postmortemPage } from '../../src/web/postmortem-page.ts';
import { images } from '../support/images.ts';
import { aLongRecord } from '../support/long-record.ts';
import { chromiumPath, type OpenBrowser, openBrowser } from '../support/open-browser.ts';
import { anEventAt, aRecord, at } from '../support/record-builder.ts';
import { aRecordOf } from '../support/typed-record.ts';
import { aWholeRecord } from '../support/whole-record.ts';

const HOSTILE = [
  '<script>document.title = "taken"</script><img src="https://evil.example/a.png" onerror="alert(1)">',
  '</title></style></svg><iframe src="https://evil.example/"></iframe>',
  '"><a href="javascript:alert(1)" onmouseover="alert(1)">x</a> https://evil.example/?a=1&b="2"',
  '`<svg onload=alert(1)>` \u202e desrever ```@import url(https://evil.example/a.css)```',
  'long'.repeat(60),
].join('\n');

/** With a picture as evidence, shown in the page itself. */
function aRecordWithImage(): IncidentRecord {
  const file = {
    id: fileId('F1'),
    name: 'pool.png',
    mediaType: 'image/png',
    size: 70,
    permalink: 'https://travel.slack.com/files/F1',
    lack: undefined,
  };
  const whole = aWholeRecord();
  const base64 = Buffer.from(images['image/png'] ?? []).toString('base64');
  return {
    ...whole,
    events: [...whole.events, anEventAt('22:20', { text: 'The pool then', files: [file] })],
    images: new Map([[file.id, { mediaType: 'image/png', base64 }]]),
  };
}

const LOOK = readFileSync('test/support/look-at-page.js', 'utf8');

const RECORDS: readonly (readonly [string, IncidentRecord])[] = [
  ['a whole incident', aRecordWithImage()],
  ['an incident that was just declared', aRecord()],
  ['an incident of which every word is hostile', aRecordOf(HOSTILE)],
];

const LOOKS = [
  ['on a screen', { width: 1000, media: 'screen', colorScheme: 'light' }],
  ['in the dark', { width: 1000, media: 'screen', colorScheme: 'dark' }],
  ['on a telephone', { width: 390, media: 'screen', colorScheme: 'light' }],
  ['on paper', { width: 660, media: 'print', colorScheme: 'dark' }],
] as const;

interface Opened {
  readonly page: Page;
  /** What it asked for besides itself. */
  readonly asked: readonly string[];
  /** What its scripts, and the browser, complained of. */
  readonly errors: readonly string[];
}

async function open(browser: OpenBrowser, record: IncidentRecord, folder: string): Promise<Opened> {
  const postmortem = draftPostmortem(record);
  const file = join(mkdtempSync(join(folder, 'page-')), 'postmortem.html');
  writeFileSync(file, postmortemPage(postmortem, checkRecord(record, postmortem, at('09:00', '2024-06-10'))));
  const address = pathToFileURL(file).href;
  const page = await browser.context.newPage();
  const [asked, errors]: [string[], string[]] = [[], []];
  await page.route('**/*', async (route) => {
    if (route.request().url() === address) {
      await route.continue();
    } else {
      asked.push(route.request().url());
      await route.abort();
    }
  });
  page.on('request', (request) => {
    if (request.url() !== address && !request.url().startsWith('data:')) {
      asked.push(request.url());
    }
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => errors.push(message.text()));
  page.on('dialog', (dialog) => errors.push(dialog.message()));
  await page.goto(address);
  await page.evaluate(LOOK);
  return { page, asked, errors };
}

async function look(page: Page, { width, ...media }: (typeof LOOKS)[number][1]): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia(media);
}

if (chromiumPath === undefined) {
  const told = 'NO BROWSER: the page was not looked at, as there is no Chromium (CHROMIUM_PATH names one)';
  it.skipIf(process.env.CI === undefined)(told, () => expect.fail(told));
} else {
  const path = chromiumPath;
  describe('the page of a postmortem in a browser', () => lookAtPages(path));
}

function lookAtPages(path: string): void {
  let browser: OpenBrowser;
  const folder = mkdtempSync(join(tmpdir(), 'faultline-pages-'));

  beforeAll(async () => {
    browser = await openBrowser(path);
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(RECORDS)('of %s', (_, record) => {
    let opened: Opened;

    beforeAll(async () => {
      opened = await open(browser, record, folder);
      await opened.page.evaluate(axe.source);
    });

    it.each(LOOKS)('can be read by everybody %s', async (_look, how) => {
      const { page } = opened;
      await look(page, how);

      expect(await page.evaluate('look.unreadable()')).toEqual([]);
      expect(await page.evaluate('look.overlapping()')).toEqual([]);
      expect(await page.evaluate('look.violations()')).toEqual([]);
    });

    it('prints', async () => {
      const { page } = opened;
      const pdf = await page.pdf({ format: 'A4' });

      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    });

    it('asks nothing of anybody and runs nothing', () => {
      expect(opened.asked).toEqual([]);
      expect(opened.errors).toEqual([]);
    });
  });

  it.each(LOOKS)('draws hundreds of events so that no words lie upon each other %s', async (_, how) => {
    const { page } = await open(browser, aLongRecord(300), folder);
    await look(page, how);

    expect(await page.evaluate('look.overlapping()')).toEqual([]);
    await page.close();
  });
}
