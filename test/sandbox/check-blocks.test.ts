import { describe, expect, it } from 'vitest';
import { checkBlocks } from '../../src/sandbox/blocks/check-blocks.ts';

type Part = Readonly<Record<string, unknown>>;

const long = (length: number): string => 'x'.repeat(length);
const many = <Item>(count: number, make: (index: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
const plain = (text = 'Hello'): Part => ({ type: 'plain_text', text });
const mrkdwn = (text = 'Hello'): Part => ({ type: 'mrkdwn', text });
const section = (rest: Part = {}): Part => ({ type: 'section', text: mrkdwn(), ...rest });
const button = (rest: Part = {}): Part => ({ type: 'button', text: plain('Go'), ...rest });
const actions = (...elements: readonly Part[]): Part => ({ type: 'actions', elements });
const confirm = (rest: Part = {}): Part => ({
  title: plain(),
  text: mrkdwn(),
  confirm: plain(),
  deny: plain(),
  ...rest,
});
const option = (rest: Part = {}): Part => ({ text: plain('One'), value: 'one', ...rest });
const options = (count: number): readonly Part[] => many(count, (index) => option({ value: `${index}` }));
const select = (rest: Part): Part => ({ type: 'static_select', ...rest });
const group = (rest: Part = {}): Part => ({ label: plain(), options: [option()], ...rest });
const field = (element: Part, rest: Part = {}): Part => ({ type: 'input', label: plain(), element, ...rest });
const words = (rest: Part): Part => field({ type: 'plain_text_input', ...rest });
const image = (rest: Part): Part => ({ type: 'image', alt_text: 'A graph', ...rest });
const table = (rows: number, cells: number): Part => ({
  type: 'table',
  rows: many(rows, () => many(cells, () => ({ type: 'raw_text', text: 'x' }))),
});
const rich = (...elements: readonly Part[]): Part => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
const url = (length: number): string => `https://x.y/${long(length - 12)}`;

/** What is just allowed, what is just not, and where Slack points. */
const rules: Readonly<Record<string, readonly [good: Part, bad: Part, pointer: string]>> = {
  'block_id ends at 255': [section({ block_id: long(255) }), section({ block_id: long(256) }), '/0/block_id'],
  'block_id is not empty': [section({ block_id: 'a' }), section({ block_id: '' }), '/0/block_id'],
  'section text ends at 3000': [
    section({ text: mrkdwn(long(3_000)) }),
    section({ text: mrkdwn(long(3_001)) }),
    '/0/text/text',
  ],
  'text is not empty': [section({ text: plain('x') }), section({ text: plain('') }), '/0/text/text'],
  'text is a string': [section(), section({ text: { type: 'mrkdwn', text: 1 } }), '/0/text/text'],
  'text holds no half of a pair': [
    section({ text: mrkdwn('🔥') }),
    section({ text: mrkdwn('\ud83d') }),
    '/0/text/text',
  ],
  'emoji is for plain text': [
    section({ text: { ...plain(), emoji: true } }),
    section({ text: { ...mrkdwn(), emoji: true } }),
    '/0/text',
  ],
  'verbatim is for mrkdwn': [
    section({ text: { ...mrkdwn(), verbatim: true } }),
    section({ text: { ...plain(), verbatim: true } }),
    '/0/text',
  ],
  'a section has 10 fields': [
    section({ fields: many(10, () => plain()) }),
    section({ fields: many(11, () => plain()) }),
    '/0/fields',
  ],
  'a field ends at 2000': [
    section({ fields: [plain(long(2_000))] }),
    section({ fields: [plain(long(2_001))] }),
    '/0/fields/0/text',
  ],
  'a section has text or fields': [{ type: 'section', fields: [plain()] }, { type: 'section' }, '/0'],
  'a header ends at 150': [
    { type: 'header', text: plain(long(150)) },
    { type: 'header', text: plain(long(151)) },
    '/0/text/text',
  ],
  'a header is plain text': [{ type: 'header', text: plain() }, { type: 'header', text: mrkdwn() }, '/0/text/type'],
  'a context has 10 elements': [
    { type: 'context', elements: many(10, () => plain()) },
    { type: 'context', elements: many(11, () => plain()) },
    '/0/elements',
  ],
  'a context has an element': [
    { type: 'context', elements: [mrkdwn()] },
    { type: 'context', elements: [] },
    '/0/elements',
  ],
  'a context holds no button': [
    { type: 'context', elements: [image({ image_url: url(20) })] },
    { type: 'context', elements: [button()] },
    '/0/elements/0',
  ],
  'a divider has nothing else': [{ type: 'divider' }, { type: 'divider', text: plain() }, '/0'],
  'a block is of a known type': [{ type: 'divider' }, { type: 'dividor' }, '/0'],
  'actions have 25 elements': [
    actions(...many(25, () => button())),
    actions(...many(26, () => button())),
    '/0/elements',
  ],
  'actions have an element': [actions(button()), actions(), '/0/elements'],
  'action_id ends at 255': [
    actions(button({ action_id: long(255) })),
    actions(button({ action_id: long(256) })),
    '/0/elements/0/action_id',
  ],
  'action_id stands once in a block': [
    actions(button({ action_id: 'a' }), button({ action_id: 'b' })),
    actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
    '/0/elements/1/action_id',
  ],
  'a button text ends at 75': [
    actions(button({ text: plain(long(75)) })),
    actions(button({ text: plain(long(76)) })),
    '/0/elements/0/text/text',
  ],
  'a button text is plain': [actions(button()), actions(button({ text: mrkdwn() })), '/0/elements/0/text/type'],
  'a button value ends at 2000': [
    actions(button({ value: long(2_000) })),
    actions(button({ value: long(2_001) })),
    '/0/elements/0/value',
  ],
  'a button url ends at 3000': [
    actions(button({ url: url(3_000) })),
    actions(button({ url: url(3_001) })),
    '/0/elements/0/url',
  ],
  'a button style is known': [
    actions(button({ style: 'danger' })),
    actions(button({ style: 'default' })),
    '/0/elements/0/style',
  ],
  'a button label ends at 75': [
    actions(button({ accessibility_label: long(75) })),
    actions(button({ accessibility_label: long(76) })),
    '/0/elements/0/accessibility_label',
  ],
  'a confirm title ends at 100': [
    actions(button({ confirm: confirm({ title: plain(long(100)) }) })),
    actions(button({ confirm: confirm({ title: plain(long(101)) }) })),
    '/0/elements/0/confirm/title/text',
  ],
  'a confirm text ends at 300': [
    actions(button({ confirm: confirm({ text: plain(long(300)) }) })),
    actions(button({ confirm: confirm({ text: plain(long(301)) }) })),
    '/0/elements/0/confirm/text/text',
  ],
  'a confirm button ends at 30': [
    actions(button({ confirm: confirm({ confirm: plain(long(30)) }) })),
    actions(button({ confirm: confirm({ confirm: plain(long(31)) }) })),
    '/0/elements/0/confirm/confirm/text',
  ],
  'a deny button ends at 30': [
    actions(button({ confirm: confirm({ deny: plain(long(30)) }) })),
    actions(button({ confirm: confirm({ deny: plain(long(31)) }) })),
    '/0/elements/0/confirm/deny/text',
  ],
  'a select has 100 options': [
    actions(select({ options: options(100) })),
    actions(select({ options: options(101) })),
    '/0/elements/0/options',
  ],
  'a select has an option': [
    actions(select({ options: options(1) })),
    actions(select({ options: [] })),
    '/0/elements/0/options',
  ],
  'a select has 100 groups': [
    actions(select({ option_groups: many(100, () => group()) })),
    actions(select({ option_groups: many(101, () => group()) })),
    '/0/elements/0/option_groups',
  ],
  'a group label ends at 75': [
    actions(select({ option_groups: [group({ label: plain(long(75)) })] })),
    actions(select({ option_groups: [group({ label: plain(long(76)) })] })),
    '/0/elements/0/option_groups/0/label/text',
  ],
  'a select has options or groups': [
    actions(select({ option_groups: [group()] })),
    actions(select({ options: [option()], option_groups: [group()] })),
    '/0/elements/0',
  ],
  'an option text ends at 75': [
    actions(select({ options: [option({ text: plain(long(75)) })] })),
    actions(select({ options: [option({ text: plain(long(76)) })] })),
    '/0/elements/0/options/0/text/text',
  ],
  'an option value ends at 150': [
    actions(select({ options: [option({ value: long(150) })] })),
    actions(select({ options: [option({ value: long(151) })] })),
    '/0/elements/0/options/0/value',
  ],
  'a description ends at 75': [
    actions(select({ options: [option({ description: plain(long(75)) })] })),
    actions(select({ options: [option({ description: plain(long(76)) })] })),
    '/0/elements/0/options/0/description/text',
  ],
  'a select begins with its own': [
    actions(select({ options: [option()], initial_option: option() })),
    actions(select({ options: [option()], initial_option: option({ value: 'two' }) })),
    '/0/elements/0',
  ],
  'a select begins with one of its groups': [
    actions(select({ option_groups: [group()], initial_option: option() })),
    actions(select({ option_groups: [group()], initial_option: option({ text: plain('Two') }) })),
    '/0/elements/0',
  ],
  'several begin with their own': [
    actions({ type: 'multi_static_select', options: options(2), initial_options: options(2) }),
    actions({ type: 'multi_static_select', options: options(2), initial_options: options(3) }),
    '/0/elements/0',
  ],
  'several are at least one': [
    actions({ type: 'multi_users_select', max_selected_items: 1 }),
    actions({ type: 'multi_users_select', max_selected_items: 0 }),
    '/0/elements/0/max_selected_items',
  ],
  'a placeholder ends at 150': [
    actions({ type: 'users_select', placeholder: plain(long(150)) }),
    actions({ type: 'users_select', placeholder: plain(long(151)) }),
    '/0/elements/0/placeholder/text',
  ],
  'people are given as ids': [
    actions({ type: 'multi_users_select', initial_users: ['U1'] }),
    actions({ type: 'multi_users_select', initial_users: 'U1' }),
    '/0/elements/0/initial_users',
  ],
  'a filter of conversations is known': [
    actions({ type: 'conversations_select', filter: { include: ['public'] } }),
    actions({ type: 'conversations_select', filter: { include: ['secret'] } }),
    '/0/elements/0/filter/include/0',
  ],
  'a filter of conversations filters': [
    actions({ type: 'multi_conversations_select', filter: { exclude_bot_users: true } }),
    actions({ type: 'multi_conversations_select', filter: {} }),
    '/0/elements/0/filter',
  ],
  'an external query has a length': [
    actions({ type: 'external_select', min_query_length: 0 }),
    actions({ type: 'external_select', min_query_length: -1 }),
    '/0/elements/0/min_query_length',
  ],
  'a channel is given by id': [
    actions({ type: 'channels_select', initial_channel: 'C1' }),
    actions({ type: 'channels_select', initial_channels: ['C1'] }),
    '/0/elements/0',
  ],
  'an overflow has 5 options': [
    actions({ type: 'overflow', options: options(5) }),
    actions({ type: 'overflow', options: options(6) }),
    '/0/elements/0/options',
  ],
  'an overflow has an option': [
    actions({ type: 'overflow', options: options(1) }),
    actions({ type: 'overflow', options: [] }),
    '/0/elements/0/options',
  ],
  'only an overflow option links': [
    actions({ type: 'overflow', options: [option({ url: url(3_000) })] }),
    actions(select({ options: [option({ url: url(3_000) })] })),
    '/0/elements/0/options/0',
  ],
  'an option url ends at 3000': [
    actions({ type: 'overflow', options: [option({ url: url(3_000) })] }),
    actions({ type: 'overflow', options: [option({ url: url(3_001) })] }),
    '/0/elements/0/options/0/url',
  ],
  'there are 10 checkboxes': [
    actions({ type: 'checkboxes', options: options(10) }),
    actions({ type: 'checkboxes', options: options(11) }),
    '/0/elements/0/options',
  ],
  'there are 10 radio buttons': [
    actions({ type: 'radio_buttons', options: options(10) }),
    actions({ type: 'radio_buttons', options: options(11) }),
    '/0/elements/0/options',
  ],
  'checkboxes begin with their own': [
    actions({ type: 'checkboxes', options: options(2), initial_options: options(1) }),
    actions({ type: 'checkboxes', options: options(2), initial_options: [option()] }),
    '/0/elements/0',
  ],
  'a radio button begins with its own': [
    actions({ type: 'radio_buttons', options: [option()], initial_option: option() }),
    actions({ type: 'radio_buttons', options: [option()], initial_option: option({ value: 'two' }) }),
    '/0/elements/0',
  ],
  'mrkdwn is for boxes, not for menus': [
    actions({ type: 'checkboxes', options: [option({ text: mrkdwn() })] }),
    actions(select({ options: [option({ text: mrkdwn() })] })),
    '/0/elements/0/options/0/text/type',
  ],
  'max_length ends at 3000': [words({ max_length: 3_000 }), words({ max_length: 3_001 }), '/0/element/max_length'],
  'max_length begins at 1': [words({ max_length: 1 }), words({ max_length: 0 }), '/0/element/max_length'],
  'min_length begins at 0': [words({ min_length: 0 }), words({ min_length: -1 }), '/0/element/min_length'],
  'min_length ends at 3000': [words({ min_length: 3_000 }), words({ min_length: 3_001 }), '/0/element/min_length'],
  'min_length is not above max_length': [
    words({ min_length: 5, max_length: 5 }),
    words({ min_length: 6, max_length: 5 }),
    '/0/element',
  ],
  'initial_value fits max_length': [
    words({ initial_value: long(5), max_length: 5 }),
    words({ initial_value: long(6), max_length: 5 }),
    '/0/element',
  ],
  'initial_value ends at 3000': [
    words({ initial_value: long(3_000) }),
    words({ initial_value: long(3_001) }),
    '/0/element/initial_value',
  ],
  'an input dispatches on what is known': [
    words({ dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } }),
    words({ dispatch_action_config: { trigger_actions_on: ['on_blur'] } }),
    '/0/element/dispatch_action_config/trigger_actions_on/0',
  ],
  'a label ends at 2000': [
    field({ type: 'datepicker' }, { label: plain(long(2_000)) }),
    field({ type: 'datepicker' }, { label: plain(long(2_001)) }),
    '/0/label/text',
  ],
  'a hint ends at 2000': [
    field({ type: 'datepicker' }, { hint: plain(long(2_000)) }),
    field({ type: 'datepicker' }, { hint: plain(long(2_001)) }),
    '/0/hint/text',
  ],
  'an input has a label': [field({ type: 'timepicker' }), { type: 'input', element: { type: 'timepicker' } }, '/0'],
  'an input holds no button': [field({ type: 'users_select' }), field(button()), '/0/element'],
  'a text input stands in an input block': [words({}), actions({ type: 'plain_text_input' }), '/0/elements/0'],
  'a date is YYYY-MM-DD': [
    actions({ type: 'datepicker', initial_date: '2024-02-29' }),
    actions({ type: 'datepicker', initial_date: '2023-02-29' }),
    '/0/elements/0/initial_date',
  ],
  'a time is HH:mm': [
    actions({ type: 'timepicker', initial_time: '23:59' }),
    actions({ type: 'timepicker', initial_time: '24:00' }),
    '/0/elements/0/initial_time',
  ],
  'a time has a known zone': [
    actions({ type: 'timepicker', timezone: 'Africa/Addis_Ababa' }),
    actions({ type: 'timepicker', timezone: 'Mars/Base' }),
    '/0/elements/0/timezone',
  ],
  'a date and time is 10 digits': [
    actions({ type: 'datetimepicker', initial_date_time: 1_000_000_000 }),
    actions({ type: 'datetimepicker', initial_date_time: 999_999_999 }),
    '/0/elements/0/initial_date_time',
  ],
  'a date and time is whole': [
    actions({ type: 'datetimepicker', initial_date_time: 1_628_633_820 }),
    actions({ type: 'datetimepicker', initial_date_time: 1_628_633_820.5 }),
    '/0/elements/0/initial_date_time',
  ],
  'a date and time is no accessory': [
    actions({ type: 'datetimepicker' }),
    section({ accessory: { type: 'datetimepicker' } }),
    '/0/accessory',
  ],
  'a number says if it has decimals': [
    field({ type: 'number_input', is_decimal_allowed: false }),
    field({ type: 'number_input' }),
    '/0/element',
  ],
  'one element has the focus': [
    actions({ type: 'datepicker', focus_on_load: true }, { type: 'timepicker' }),
    actions({ type: 'datepicker', focus_on_load: true }, { type: 'timepicker', focus_on_load: true }),
    '',
  ],
  'an image has alt_text': [image({ image_url: url(20) }), { type: 'image', image_url: url(20) }, '/0'],
  'alt_text ends at 2000': [
    image({ image_url: url(20), alt_text: long(2_000) }),
    image({ image_url: url(20), alt_text: long(2_001) }),
    '/0/alt_text',
  ],
  'an image url ends at 3000': [image({ image_url: url(3_000) }), image({ image_url: url(3_001) }), '/0/image_url'],
  'an image title ends at 2000': [
    image({ image_url: url(20), title: plain(long(2_000)) }),
    image({ image_url: url(20), title: plain(long(2_001)) }),
    '/0/title/text',
  ],
  'an image has one source': [
    image({ slack_file: { id: 'F1' } }),
    image({ slack_file: { id: 'F1' }, image_url: url(20) }),
    '/0',
  ],
  'a Slack file is named once': [
    image({ slack_file: { url: url(20) } }),
    image({ slack_file: { id: 'F1', url: url(20) } }),
    '/0/slack_file',
  ],
  'markdown ends at 12000': [
    { type: 'markdown', text: long(12_000) },
    { type: 'markdown', text: long(12_001) },
    '/0/text',
  ],
  'a table has 100 rows': [table(100, 1), table(101, 1), '/0/rows'],
  'a table has 20 columns': [table(1, 20), table(1, 21), '/0/rows/0'],
  'rich text mentions by id': [
    rich({ type: 'user', user_id: 'U1' }),
    rich({ type: 'user', name: 'ana' }),
    '/0/elements/0/elements/0',
  ],
  'rich text is of a known style': [
    rich({ type: 'text', text: 'a', style: { bold: true } }),
    rich({ type: 'text', text: 'a', style: { big: true } }),
    '/0/elements/0/elements/0/style',
  ],
};

describe.each(Object.entries(rules))('%s', (_, [good, bad, pointer]) => {
  it('takes what fits', () => {
    expect(checkBlocks([good], 'message')).toEqual([]);
  });

  it('refuses what does not', () => {
    const problems = checkBlocks([bad], 'message');
    expect(problems).toContainEqual(expect.stringContaining(`[json-pointer:/blocks${pointer}]`));
  });
});

const dividers = (count: number): readonly Part[] => many(count, () => ({ type: 'divider' }));

describe('blocks together', () => {
  it('are 50 in a message, 100 in a view', () => {
    expect(checkBlocks(dividers(50), 'message')).toEqual([]);
    expect(checkBlocks(dividers(51), 'message')).toEqual([
      '[ERROR] no more than 50 items allowed [json-pointer:/blocks]',
    ]);
    for (const surface of ['modal', 'home'] as const) {
      expect(checkBlocks(dividers(100), surface)).toEqual([]);
      expect(checkBlocks(dividers(101), surface)).toEqual([
        '[ERROR] no more than 100 items allowed [json-pointer:/view/blocks]',
      ]);
    }
  });

  it('have ids of their own', () => {
    const [a, b] = [section({ block_id: 'a' }), section({ block_id: 'b' })];
    expect(checkBlocks([a, b, section(), section()], 'modal')).toEqual([]);
    expect(checkBlocks([a, b, a], 'modal')).toEqual([
      '[ERROR] block_id already exists [json-pointer:/view/blocks/2/block_id]',
    ]);
  });

  it('share the action_id that another block has', () => {
    expect(checkBlocks([words({ action_id: 'value' }), words({ action_id: 'value' })], 'modal')).toEqual([]);
  });

  it('have 12000 characters of markdown in all', () => {
    const markdown = (length: number) => ({ type: 'markdown', text: long(length) });
    expect(checkBlocks([markdown(6_000), markdown(6_000)], 'message')).toEqual([]);
    expect(checkBlocks([markdown(6_000), markdown(6_001)], 'message')).toHaveLength(1);
  });

  it('have one table', () => {
    expect(checkBlocks([table(1, 1), table(1, 1)], 'message')).toHaveLength(1);
  });

  it.each(['markdown', 'table'])('keep %s to messages', (type) => {
    const block = type === 'table' ? table(1, 1) : { type, text: 'a' };
    expect(checkBlocks([block], 'message')).toEqual([]);
    expect(checkBlocks([block], 'modal')).toHaveLength(1);
    expect(checkBlocks([block], 'home')).toHaveLength(1);
  });

  it('keep files to modals, and let them dispatch nothing', () => {
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
    [{ type: 'header' }, 'missing required field: text [json-pointer:/blocks/0]'],
    [{ text: plain() }, 'missing required field: type [json-pointer:/blocks/0]'],
    [{ type: 'headline' }, 'unsupported type: headline [json-pointer:/blocks/0/type]'],
    [{ type: 'divider', size: 1 }, 'invalid additional property: size [json-pointer:/blocks/0]'],
    [actions(), 'no fewer than 1 items allowed [json-pointer:/blocks/0/elements]'],
    [words({ max_length: 3_001 }), 'must be no more than 3000 [json-pointer:/blocks/0/element/max_length]'],
  ])('of %j', (block, problem) => {
    expect(checkBlocks([block], 'message')).toEqual([`[ERROR] ${problem}`]);
  });

  it.each([undefined, null, 'blocks', {}, [null], [[]], [1]])('never throws at %j', (blocks) => {
    expect(checkBlocks(blocks, 'message')).toHaveLength(1);
  });
});
