import { describe, expect, it } from 'vitest';
import { checkBlocks } from '../../src/sandbox/blocks/check-blocks.ts';
import {
  actions,
  button,
  context,
  field,
  holdRules,
  image,
  long,
  many,
  markdown,
  mrkdwn,
  type Part,
  plain,
  rule,
  section,
  table,
  url,
} from './block-parts.ts';

const ending = (make: (text: string) => Part, most: number, pointer: string) =>
  rule((length: number) => make(long(length)), most, most + 1, pointer);

const divider: Part = { type: 'divider' };
const header = (text: Part): Part => ({ type: 'header', text });
const drawn = (rest: Part): Part => image({ image_url: url(20), ...rest });
const rich = (element: Part): Part => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [element] }],
});

holdRules({
  'a block_id ends at 255': ending((block_id) => section({ block_id }), 255, '/0/block_id'),
  'a block_id is not empty': rule((block_id) => section({ block_id }), 'a', '', '/0/block_id'),
  'a text is not empty': rule((text) => section({ text: plain(text) }), 'x', '', '/0/text/text'),
  'a text is a string': rule((text: unknown) => section({ text: { type: 'mrkdwn', text } }), 'x', 1, '/0/text/text'),
  'a text has no half pair': rule((text) => section({ text: mrkdwn(text) }), '🔥', '\ud83d', '/0/text/text'),
  'emoji is for plain text': rule((text) => section({ text: { ...text, emoji: true } }), plain(), mrkdwn(), '/0/text'),
  'verbatim is for mrkdwn': rule(
    (text) => section({ text: { ...text, verbatim: true } }),
    mrkdwn(),
    plain(),
    '/0/text',
  ),
  'a section text ends at 3000': ending((text) => section({ text: mrkdwn(text) }), 3_000, '/0/text/text'),
  'a section has 10 fields': rule((count) => section({ fields: many(count, () => plain()) }), 10, 11, '/0/fields'),
  'a field ends at 2000': ending((text) => section({ fields: [mrkdwn(text)] }), 2_000, '/0/fields/0/text'),
  'a section has text or fields': rule(
    (key) => ({ type: 'section', [key]: [plain()] }),
    'fields',
    'expand',
    '/0/expand',
  ),
  'a header ends at 150': ending((text) => header(plain(text)), 150, '/0/text/text'),
  'a header is plain text': rule(header, plain(), mrkdwn(), '/0/text/type'),
  'a context has 10 elements': rule((count) => context(...many(count, () => plain())), 10, 11, '/0/elements'),
  'a context has an element': rule((count) => context(...many(count, () => mrkdwn())), 1, 0, '/0/elements'),
  'a context text ends at 3000': ending((text) => context(mrkdwn(text)), 3_000, '/0/elements/0/text'),
  'a context holds no button': rule(context, drawn({}), button(), '/0/elements/0/type'),
  'actions are 25': rule((count) => actions(...many(count, () => button())), 25, 26, '/0/elements'),
  'actions are at least one': rule((count) => actions(...many(count, () => button())), 1, 0, '/0/elements'),
  'a divider is bare': rule((rest: Part) => ({ ...divider, ...rest }), {}, { text: plain() }, '/0'),
  'a type is known': rule((type) => ({ type }), 'divider', 'dividor', '/0/type'),
  'a label ends at 2000': ending(
    (text) => field({ type: 'timepicker' }, { label: plain(text) }),
    2_000,
    '/0/label/text',
  ),
  'a hint ends at 2000': ending((text) => field({ type: 'timepicker' }, { hint: plain(text) }), 2_000, '/0/hint/text'),
  'an input has a label': rule((label?: Part) => field({ type: 'timepicker' }, { label }), plain(), undefined, '/0'),
  'an input holds no button': rule(field, { type: 'users_select' }, button(), '/0/element/type'),
  'an alt_text ends at 2000': ending((alt_text) => drawn({ alt_text }), 2_000, '/0/alt_text'),
  'an image has an alt_text': rule((alt_text?: string) => drawn({ alt_text }), 'A graph', undefined, '/0'),
  'an image url ends at 3000': rule((length) => image({ image_url: url(length) }), 3_000, 3_001, '/0/image_url'),
  'an image title ends at 2000': ending((text) => drawn({ title: plain(text) }), 2_000, '/0/title/text'),
  'an image has a source': rule((rest: Part) => image(rest), { slack_file: { id: 'F1' } }, {}, '/0'),
  'an image has one source': rule((slack_file?: Part) => drawn({ slack_file }), undefined, { id: 'F1' }, '/0'),
  'a file is named once': rule(
    (id?: string) => image({ slack_file: { url: url(20), id } }),
    undefined,
    'F1',
    '/0/slack_file',
  ),
  'markdown ends at 12000': rule(markdown, 12_000, 12_001, '/0/text'),
  'a table has 100 rows': rule((rows) => table(rows, 1), 100, 101, '/0/rows'),
  'a table has 20 columns': rule((cells) => table(1, cells), 20, 21, '/0/rows/0'),
  'rich text is of a known style': rule(
    (style) => rich({ type: 'text', text: 'a', style: { [style]: true } }),
    'bold',
    'big',
    '/0/elements/0/elements/0/style',
  ),
  'rich text calls whom it can': rule(
    (range) => rich({ type: 'broadcast', range }),
    'here',
    'nobody',
    '/0/elements/0/elements/0/range',
  ),
});

describe('blocks together', () => {
  it.each([
    ['message', 50, '/blocks'],
    ['modal', 100, '/view/blocks'],
    ['home', 100, '/view/blocks'],
  ] as const)('are in a %s at most %i', (surface, most, pointer) => {
    const dividers = (count: number) => many(count, () => divider);
    expect(checkBlocks(dividers(most), surface)).toEqual([]);
    expect(checkBlocks(dividers(most + 1), surface)).toEqual([
      `[ERROR] no more than ${most} items allowed [json-pointer:${pointer}]`,
    ]);
  });

  it('have ids of their own', () => {
    const [a, b] = [section({ block_id: 'a' }), section({ block_id: 'b' })];
    expect(checkBlocks([a, b, section(), section()], 'modal')).toEqual([]);
    expect(checkBlocks([a, b, a], 'modal')).toEqual([
      '[ERROR] block_id already exists [json-pointer:/view/blocks/2/block_id]',
    ]);
  });

  it('may have elements of one name', () => {
    const value = field({ type: 'plain_text_input', action_id: 'value' });
    expect(checkBlocks([value, value], 'modal')).toEqual([]);
  });

  it('have 12000 characters of markdown in all', () => {
    expect(checkBlocks([markdown(6_000), markdown(6_000)], 'message')).toEqual([]);
    expect(checkBlocks([markdown(6_000), markdown(6_001)], 'message')).toHaveLength(1);
  });

  it('have one table', () => {
    expect(checkBlocks([table(1, 1), table(1, 1)], 'message')).toHaveLength(1);
  });

  it('have one focus', () => {
    const focused = field({ type: 'datepicker', focus_on_load: true });
    expect(checkBlocks([focused, section({ accessory: { type: 'timepicker' } })], 'modal')).toEqual([]);
    expect(checkBlocks([focused, focused], 'modal')).toHaveLength(1);
  });

  it.each([markdown(1), table(1, 1)])('keep to messages what only they show: %j', (block) => {
    expect(checkBlocks([block], 'message')).toEqual([]);
    expect(checkBlocks([block], 'modal')).toHaveLength(1);
    expect(checkBlocks([block], 'home')).toHaveLength(1);
  });

  it('keep files to modals, 10 at most and dispatching nothing', () => {
    const files = field({ type: 'file_input', max_files: 10 });
    expect(checkBlocks([files], 'modal')).toEqual([]);
    expect(checkBlocks([field({ type: 'file_input', max_files: 11 })], 'modal')).toHaveLength(1);
    expect(checkBlocks([{ ...files, dispatch_action: true }], 'modal')).toHaveLength(1);
    expect(checkBlocks([files], 'message')).toHaveLength(1);
    expect(checkBlocks([files], 'home')).toHaveLength(1);
  });
});

describe('the words', () => {
  it.each([
    [section({ text: mrkdwn(long(3_001)) }), 'must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
    [section({ text: mrkdwn('') }), 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
    [{ type: 'section' }, 'must define either `text` or `fields` [json-pointer:/blocks/0]'],
    [{ type: 'header' }, 'missing required field: text [json-pointer:/blocks/0]'],
    [{ text: plain() }, 'missing required field: type [json-pointer:/blocks/0]'],
    [{ type: 'headline' }, 'unsupported type: headline [json-pointer:/blocks/0/type]'],
    [{ ...divider, size: 1 }, 'invalid additional property: size [json-pointer:/blocks/0]'],
    [header(mrkdwn()), 'must be one of: plain_text [json-pointer:/blocks/0/text/type]'],
    [actions(), 'no fewer than 1 items allowed [json-pointer:/blocks/0/elements]'],
    [{ ...divider, 'a/b': 1 }, 'invalid additional property: a/b [json-pointer:/blocks/0]'],
  ])('of %j', (block, problem) => {
    expect(checkBlocks([block], 'message')).toEqual([`[ERROR] ${problem}`]);
  });

  it.each([[undefined], [null], ['blocks'], [{}], [[null]], [[[]]], [[1]]])('are given even for %j', (blocks) => {
    expect(checkBlocks(blocks, 'message')).toHaveLength(1);
  });
});
