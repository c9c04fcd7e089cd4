import {
  actions,
  button,
  field,
  holdRules,
  long,
  many,
  mrkdwn,
  option,
  options,
  type Part,
  plain,
  rule,
  section,
  url,
} from './block-parts.ts';

const ending = (make: (text: string) => Part, most: number, pointer: string) =>
  rule((length: number) => make(long(length)), most, most + 1, pointer);

const aButton = (rest: Part) => actions(button(rest));
const confirming = (rest: Part) =>
  aButton({ confirm: { title: plain(), text: mrkdwn(), confirm: plain(), deny: plain(), ...rest } });
const select = (rest: Part) => actions({ type: 'static_select', ...rest });
const choosing = (rest: Part) => select({ options: [option(rest)] });
const group = (rest: Part = {}): Part => ({ label: plain(), options: [option()], ...rest });
const overflow = (...its: readonly Part[]) => actions({ type: 'overflow', options: its });
const boxes = (rest: Part) => actions({ type: 'checkboxes', options: options(2), ...rest });
const radio = (rest: Part) => actions({ type: 'radio_buttons', options: options(2), ...rest });
const several = (rest: Part) => actions({ type: 'multi_static_select', options: options(2), ...rest });
const people = (rest: Part) => actions({ type: 'multi_users_select', ...rest });
const channels = (filter: Part) => actions({ type: 'multi_conversations_select', filter });
const words = (rest: Part) => field({ type: 'plain_text_input', ...rest });
const dispatching = (on: string) => words({ dispatch_action_config: { trigger_actions_on: [on] } });
const time = (rest: Part) => actions({ type: 'timepicker', ...rest });
const date = (initial_date: string) => actions({ type: 'datepicker', initial_date });
const instant = (initial_date_time: number) => actions({ type: 'datetimepicker', initial_date_time });
const number = (rest: Part) => field({ type: 'number_input', ...rest });
const focused = (...them: readonly boolean[]) =>
  actions(...them.map((focus_on_load) => ({ type: 'datepicker', focus_on_load })));

holdRules({
  'an action_id ends at 255': ending((action_id) => aButton({ action_id }), 255, '/0/elements/0/action_id'),
  'an action_id is not empty': rule((action_id) => aButton({ action_id }), 'a', '', '/0/elements/0/action_id'),
  'an action_id stands once in a block': rule(
    (action_id) => actions(button({ action_id: 'a' }), button({ action_id })),
    'b',
    'a',
    '/0/elements/1/action_id',
  ),
  'an element has the focus, not two': rule((two) => focused(true, two), false, true, ''),
});

holdRules({
  'a button text ends at 75': ending((text) => aButton({ text: plain(text) }), 75, '/0/elements/0/text/text'),
  'a button text is plain': rule((text) => aButton({ text }), plain(), mrkdwn(), '/0/elements/0/text/type'),
  'a button value ends at 2000': ending((value) => aButton({ value }), 2_000, '/0/elements/0/value'),
  'a button url ends at 3000': rule((length) => aButton({ url: url(length) }), 3_000, 3_001, '/0/elements/0/url'),
  'a button style is known': rule((style) => aButton({ style }), 'danger', 'default', '/0/elements/0/style'),
  'a button label ends at 75': ending(
    (text) => aButton({ accessibility_label: text }),
    75,
    '/0/elements/0/accessibility_label',
  ),
  'a confirm title ends at 100': ending(
    (text) => confirming({ title: plain(text) }),
    100,
    '/0/elements/0/confirm/title/text',
  ),
  'a confirm text ends at 300': ending(
    (text) => confirming({ text: mrkdwn(text) }),
    300,
    '/0/elements/0/confirm/text/text',
  ),
  'a confirm button ends at 30': ending(
    (text) => confirming({ confirm: plain(text) }),
    30,
    '/0/elements/0/confirm/confirm/text',
  ),
  'a deny button ends at 30': ending(
    (text) => confirming({ deny: plain(text) }),
    30,
    '/0/elements/0/confirm/deny/text',
  ),
  'a confirm style is known': rule((style) => confirming({ style }), 'primary', 'x', '/0/elements/0/confirm/style'),
});

holdRules({
  'a select has 100 options': rule((count) => select({ options: options(count) }), 100, 101, '/0/elements/0/options'),
  'a select has an option': rule((count) => select({ options: options(count) }), 1, 0, '/0/elements/0/options'),
  'a select has 100 groups': rule(
    (count) => select({ option_groups: many(count, () => group()) }),
    100,
    101,
    '/0/elements/0/option_groups',
  ),
  'a group has 100 options': rule(
    (count) => select({ option_groups: [group({ options: options(count) })] }),
    100,
    101,
    '/0/elements/0/option_groups/0/options',
  ),
  'a group label ends at 75': ending(
    (text) => select({ option_groups: [group({ label: plain(text) })] }),
    75,
    '/0/elements/0/option_groups/0/label/text',
  ),
  'a select has options or groups': rule(
    (rest: Part) => select({ option_groups: [group()], ...rest }),
    {},
    { options: [option()] },
    '/0/elements/0',
  ),
  'an option text ends at 75': ending(
    (text) => choosing({ text: plain(text) }),
    75,
    '/0/elements/0/options/0/text/text',
  ),
  'an option value ends at 150': ending((value) => choosing({ value }), 150, '/0/elements/0/options/0/value'),
  'an option has a value': rule((value?: string) => choosing({ value }), 'a', undefined, '/0/elements/0/options/0'),
  'a description ends at 75': ending(
    (text) => choosing({ description: plain(text) }),
    75,
    '/0/elements/0/options/0/description/text',
  ),
  'a select begins with its own': rule(
    (value) => select({ options: [option()], initial_option: option({ value }) }),
    'one',
    'two',
    '/0/elements/0',
  ),
  'a select begins with one of its groups': rule(
    (text) => select({ option_groups: [group()], initial_option: option({ text: plain(text) }) }),
    'One',
    'Two',
    '/0/elements/0',
  ),
  'several begin with their own': rule((count) => several({ initial_options: options(count) }), 2, 3, '/0/elements/0'),
  'several are at least one': rule(
    (most) => people({ max_selected_items: most }),
    1,
    0,
    '/0/elements/0/max_selected_items',
  ),
  'a placeholder ends at 150': ending(
    (text) => people({ placeholder: plain(text) }),
    150,
    '/0/elements/0/placeholder/text',
  ),
  'people are a list': rule(
    (them: unknown) => people({ initial_users: them }),
    ['U1'],
    'U1',
    '/0/elements/0/initial_users',
  ),
  'a person is one': rule(
    (user: unknown) => actions({ type: 'users_select', initial_user: user }),
    'U1',
    ['U1'],
    '/0/elements/0/initial_user',
  ),
  'a channel is one': rule(
    (key) => actions({ type: 'channels_select', [key]: 'C1' }),
    'initial_channel',
    'initial_channels',
    '/0/elements/0',
  ),
  'conversations are of known kinds': rule(
    (kind) => channels({ include: [kind] }),
    'public',
    'secret',
    '/0/elements/0/filter/include/0',
  ),
  'a filter filters': rule(channels, { exclude_bot_users: true }, {}, '/0/elements/0/filter'),
  'a query has a length': rule(
    (least) => actions({ type: 'external_select', min_query_length: least }),
    0,
    -1,
    '/0/elements/0/min_query_length',
  ),
});

holdRules({
  'an overflow has 5 options': rule((count) => overflow(...options(count)), 5, 6, '/0/elements/0/options'),
  'an overflow has an option': rule((count) => overflow(...options(count)), 1, 0, '/0/elements/0/options'),
  'an overflow option links up to 3000': rule(
    (length) => overflow(option({ url: url(length) })),
    3_000,
    3_001,
    '/0/elements/0/options/0/url',
  ),
  'another option does not link': rule(
    (key) => choosing({ [key]: plain() }),
    'description',
    'url',
    '/0/elements/0/options/0',
  ),
  'there are 10 checkboxes': rule((count) => boxes({ options: options(count) }), 10, 11, '/0/elements/0/options'),
  'there are 10 radio buttons': rule((count) => radio({ options: options(count) }), 10, 11, '/0/elements/0/options'),
  'checkboxes begin with their own': rule((count) => boxes({ initial_options: options(count) }), 2, 3, '/0/elements/0'),
  'a radio button begins with its own': rule(
    (value) => radio({ initial_option: option({ value }) }),
    '1',
    '2',
    '/0/elements/0',
  ),
  'mrkdwn is for boxes, not for menus': rule(
    (type) => actions({ type, options: [option({ text: mrkdwn() })] }),
    'checkboxes',
    'static_select',
    '/0/elements/0/options/0/text/type',
  ),
});

holdRules({
  'max_length ends at 3000': rule((max_length) => words({ max_length }), 3_000, 3_001, '/0/element/max_length'),
  'max_length begins at 1': rule((max_length) => words({ max_length }), 1, 0, '/0/element/max_length'),
  'min_length begins at 0': rule((min_length) => words({ min_length }), 0, -1, '/0/element/min_length'),
  'min_length ends at 3000': rule((min_length) => words({ min_length }), 3_000, 3_001, '/0/element/min_length'),
  'min_length is not above max_length': rule((min_length) => words({ min_length, max_length: 5 }), 5, 6, '/0/element'),
  'initial_value ends at max_length': ending((text) => words({ initial_value: text, max_length: 5 }), 5, '/0/element'),
  'initial_value ends at 3000': ending((text) => words({ initial_value: text }), 3_000, '/0/element/initial_value'),
  'an input dispatches on what is known': rule(
    dispatching,
    'on_enter_pressed',
    'on_blur',
    '/0/element/dispatch_action_config/trigger_actions_on/0',
  ),
  'a text input stands in an input block': rule(
    (make: (element: Part) => Part) => make({ type: 'plain_text_input' }),
    field,
    actions,
    '/0/elements/0/type',
  ),
  'a date is YYYY-MM-DD': rule(date, '2024-02-29', '29.02.2024', '/0/elements/0/initial_date'),
  'a date is in the calendar': rule(date, '2024-02-29', '2023-02-29', '/0/elements/0/initial_date'),
  'a time is HH:mm': rule((initial_time) => time({ initial_time }), '23:59', '24:00', '/0/elements/0/initial_time'),
  'a zone is known': rule(
    (timezone) => time({ timezone }),
    'Africa/Addis_Ababa',
    'Mars/Base',
    '/0/elements/0/timezone',
  ),
  'an instant has 10 digits': rule(instant, 1_000_000_000, 999_999_999, '/0/elements/0/initial_date_time'),
  'an instant is in seconds': rule(instant, 1_628_633_820, 1_628_633_820_000, '/0/elements/0/initial_date_time'),
  'an instant is whole': rule(instant, 1_628_633_820, 1_628_633_820.5, '/0/elements/0/initial_date_time'),
  'an instant is no accessory': rule(
    (type) => section({ accessory: { type } }),
    'datepicker',
    'datetimepicker',
    '/0/accessory/type',
  ),
  'a number input says if it has decimals': rule(number, { is_decimal_allowed: false }, {}, '/0/element'),
  'a number is one': rule(
    (initial_value) => number({ is_decimal_allowed: true, initial_value }),
    '-1.5',
    'one',
    '/0/element/initial_value',
  ),
});
