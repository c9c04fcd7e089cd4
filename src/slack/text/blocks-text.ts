import { z } from 'zod';

/** Words as Slack sends them; empty where something else stands. */
export const markup = z.string().catch('');

/** Words that mean only themselves, as markup. */
function escapeMarkup(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `{ type: 'mrkdwn', text: … }` and its kin: the words alone. */
const textObject = z
  .union([
    z.string(),
    z
      .object({ type: z.string().optional(), text: z.string() })
      .transform(({ type, text }) => (type === 'plain_text' ? escapeMarkup(text) : text)),
  ])
  .catch('');

const Block = z.object({
  type: z.string(),
  text: textObject,
  fields: z.array(textObject).catch([]),
  elements: z.array(z.unknown()).catch([]),
});

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
const RichText = z.object({
  type: z.string(),
  elements: z.array(z.unknown()).catch([]),
  text: markup,
  url: markup,
  name: markup,
  user_id: markup,
  channel_id: markup,
  usergroup_id: markup,
  range: markup,
  fallback: markup,
  indent: z.number().catch(0),
  offset: z.number().catch(0),
  style: z
    .union([
      z.string(),
      z.object({
        code: z.boolean().catch(false),
        bold: z.boolean().catch(false),
        italic: z.boolean().catch(false),
        strike: z.boolean().catch(false),
      }),
    ])
    .catch(''),
});

type RichText = z.output<typeof RichText>;

/** The words of blocks, a line each, as markup; those that people press or pick are no words. */
export function blocksText(blocks: unknown): string {
  const listed = z.array(z.unknown()).safeParse(blocks);
  return joined(listed.success ? listed.data.map(blockText) : [], '\n');
}

function blockText(block: unknown): string {
  const read = Block.safeParse(block);
  if (!read.success) {
    return '';
  }
  const { type, text, fields, elements } = read.data;
  switch (type) {
    case 'header':
    case 'markdown':
    case 'section':
      return joined([text, ...fields], '\n');
    case 'context':
      return joined(
        elements.map((element) => textObject.parse(element)),
        ' ',
      );
    case 'rich_text':
      return joined(elements.map(richText), '\n');
    default:
      return '';
  }
}

/** A part of rich text, which lies in others: a section, a list of sections, a word in bold. */
function richText(part: unknown): string {
  const read = RichText.safeParse(part);
  if (!read.success) {
    return '';
  }
  const inner = read.data.elements.map(richText);
  switch (read.data.type) {
    case 'rich_text_list':
      return joined(
        inner.map((item, index) => `${listMark(read.data, index)} ${item}`),
        '\n',
      );
    case 'rich_text_section':
      return inner.join('');
    case 'rich_text_quote':
      return inner.join('').replace(/^/gmu, '&gt; ');
    case 'rich_text_preformatted':
      return `\`\`\`${inner.join('')}\`\`\``;
    default:
      return styled(read.data, inlineText(read.data));
  }
}

const BULLETS = ['•', '◦', '▪'];
const INDENT = '    ';
const DEEPEST = 8;

/** As Slack itself writes it into the text of a message: a list within a list is indented. */
function listMark({ style, indent, offset }: RichText, index: number): string {
  const depth = Math.min(Math.max(Math.trunc(indent) || 0, 0), DEEPEST);
  const mark = style === 'ordered' ? `${(Math.trunc(offset) || 0) + index + 1}.` : BULLETS[depth % BULLETS.length];
  return `${INDENT.repeat(depth)}${mark}`;
}

function styled({ style }: RichText, text: string): string {
  if (typeof style === 'string' || text.trim() === '') {
    return text;
  }
  const marks = [style.code ? '`' : '', style.strike ? '~' : '', style.italic ? '_' : '', style.bold ? '*' : ''];
  const words = text.trim();
  return text.replace(words, () => marks.reduce((marked, mark) => `${mark}${marked}${mark}`, words));
}

function inlineText({ type, text, url, name, fallback, ...ids }: RichText): string {
  switch (type) {
    case 'link':
      return text === '' ? `<${url}>` : `<${url}|${escapeMarkup(text)}>`;
    case 'user':
      return `<@${ids.user_id}>`;
    case 'channel':
      return `<#${ids.channel_id}>`;
    case 'usergroup':
      return `<!subteam^${ids.usergroup_id}>`;
    case 'broadcast':
      return `<!${ids.range}>`;
    case 'emoji':
      return `:${name}:`;
    default:
      return escapeMarkup(text || fallback);
  }
}

function joined(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part.trim() !== '').join(separator);
}
