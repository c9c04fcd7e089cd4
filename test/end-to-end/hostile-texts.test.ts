import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { askDatabase } from '../support/engines.ts';
import { openRoom, type Room } from '../support/open-room.ts';
import { anyTypedText } from '../support/typed-text.ts';

const SLACKS_LONGEST = 40_000;

/** Slack’s longest, made of this over and over. */
function long(part: string): string {
  return part.repeat(Math.ceil(SLACKS_LONGEST / part.length)).slice(0, SLACKS_LONGEST - 2);
}

const TEXTS: Readonly<Record<string, string>> = {
  'Arabic and Hebrew': 'قاعدة البيانات لا تستجيب, מסד הנתונים (50/2)',
  'marks that turn the line around': 'safe \u202e evil \u2066\u2067 more \u202d end',
  'nothing to see': 'a\u200b\u200d\ufeff\u2060b',
  'everybody, typed':
    '<!channel> <!here|x> <!everyone> <@U12345678> <#C12345678|x> <!subteam^S12345678> @channel @here',
  'mrkdwn that breaks out': '*a* _b_ ~c~ `d ```e | <https://x.y|click> &lt;!channel&gt; > f',
  'Markdown that breaks out':
    '| a | b |\n| --- | --- |\n# h\n[x](javascript:alert(1)) ![y](https://x.y/z.png)\n```\n</td>',
  'HTML that breaks out':
    '</title></style></code></pre><evil onload="x">"><evil> <img src=x onerror=alert(1)> &#60;evil&#62;',
  'long words': long('x'),
  'long lines': long('line\n'),
  'long code that never ends': `\`\`\`${long('a | b ')}`.slice(0, SLACKS_LONGEST),
  'a long line of code that never ends': `\`${long('a b ')}`.slice(0, SLACKS_LONGEST),
  'nothing but blanks between marks': `\`${' '.repeat(SLACKS_LONGEST - 3)}\`x`,
  'long brackets': `https://x.y/${long('()')}`.slice(0, SLACKS_LONGEST),
  'long marks': long('*_~`|<>&'),
  'long emoji': long('👩‍👩‍👧'),
};

/** What reaches the record of a text that was typed: no engine keeps a zero character. */
function kept(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed().trim();
}

async function notesOf(room: Room): Promise<readonly unknown[]> {
  const rows = await askDatabase(
    room.config.databaseUrl,
    "select text from timeline_event where kind not in ('declared', 'joined') order by id",
  );
  return rows.map(({ text }) => text);
}

async function draftsOf(room: Room, channel: Channel): Promise<readonly string[]> {
  const ana = room.workspace.person('ana');
  await ana.types('/incident resolve', channel);
  await closes(ana, channel);
  await room.settle();
  return channel.files().map(({ content }) => content?.toString() ?? '');
}

/** Everything in the bot's messages and answers that Slack reads as markup. */
function markupOf(room: Room): string {
  return room.workspace.record.calls
    .filter(({ method }) => method.startsWith('chat.') || method === 'response_url' || method === 'views.open')
    .map(({ arguments: given }) => mrkdwnIn(given))
    .join('\n');
}

function mrkdwnIn(value: unknown): string {
  if (typeof value === 'string') {
    return /^[[{]/u.test(value) ? mrkdwnIn(parsed(value)) : value;
  }
  if (typeof value !== 'object' || value === null || ('type' in value && value.type === 'plain_text')) {
    return '';
  }
  return Object.values(value).map(mrkdwnIn).join('\n');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function expectNoHarm(room: Room): void {
  expect(markupOf(room).match(/<(?:!(?!date\^)|@U1|#C1)[^>]*>/gu)).toBeNull();
  expect(markupOf(room)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
  expect(room.workspace.record.calls.flatMap(({ error }) => error ?? [])).toEqual([]);
  expect(room.workspace.record.deliveries.filter(({ status }) => status !== 200)).toEqual([]);
  expect(room.workspace.person('ana').directMessages()).toEqual([]);
}

async function expectDraftsHold(room: Room, channel: Channel): Promise<void> {
  const drafts = await draftsOf(room, channel);
  expect(drafts).toHaveLength(3);
  const [markdown = '', page = ''] = drafts;
  const outsideOfCode = markdown.replaceAll(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/gu, '');
  expect(outsideOfCode).not.toMatch(/<(?!br>)/u);
  expect(page).not.toMatch(/<evil|<[^>]*\son\w+=|href="(?!#|https?:)|<script/u);
  for (const draft of drafts) {
    expect(draft).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
  }
}

describe.each(Object.entries(TEXTS))('%s', (_, text) => {
  it('is kept whole, notifies nobody, and leaves page and drafts whole: tagged, edited, logged by mention and command', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    const ana = room.workspace.person('ana');
    const message = ana.says(text, channel);
    ana.reactsWith('pushpin', message);
    await room.settle();
    const edited = ana.says('before', channel);
    ana.reactsWith('bulb', edited);
    await room.settle();
    ana.edits(edited, text);
    ana.says(`@faultline log x${text}`.slice(0, SLACKS_LONGEST), channel);
    await room.settle();
    await ana.types(`/incident log y${text}`, channel);
    await ana.types('/incident timeline', channel);
    await room.settle();

    const [tagged, followed, mentioned, logged] = await notesOf(room);
    expect(tagged).toBe(kept(text));
    expect(followed).toBe(kept(text));
    expect(mentioned).toBe(kept(`x${text}`.slice(0, SLACKS_LONGEST - '@faultline log '.length)));
    expect(logged).toBe(kept(`y${text}`));
    expectNoHarm(room);
    await expectDraftsHold(room, channel);
  });
});

it('so is whatever else people type', async () => {
  const room = await openRoom();
  const channel = await declare(room);
  const ana = room.workspace.person('ana');
  const texts = fc.sample(anyTypedText, { numRuns: 40, seed: 7 }).map((text) => `x${text}x`);
  for (const text of texts) {
    ana.reactsWith('pushpin', ana.says(text, channel));
    await room.settle();
    await ana.types(`/incident log ${text}`, channel);
  }
  await ana.types('/incident timeline', channel);
  await room.settle();

  const notes = await notesOf(room);
  expect(notes).toEqual(texts.flatMap((text) => [kept(text), kept(text)]));
  expectNoHarm(room);
  await expectDraftsHold(room, channel);
});
