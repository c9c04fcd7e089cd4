import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/sandbox/people/message.ts';
import { type Desk, openWorkspace, outcomeOf } from './open-workspace.ts';

/** What the rows of the tables name. */
interface Scene extends Desk {
  /** Ana's, in #ops. */
  readonly said: Message;
  /** The bot's own, in #ops. */
  readonly posted: string;
  id(channel: string): string;
  who(person: string): string;
}

async function openScene(): Promise<Scene> {
  const desk = await openWorkspace();
  const { workspace, web } = desk;
  const said = workspace.person('ana').says('It is down', 'ops');
  const { ts = '' } = await web.chat.postMessage({ channel: workspace.channel('ops').id, text: 'I know' });
  return {
    ...desk,
    said,
    posted: ts,
    id: (channel) => workspace.channel(channel).id,
    who: (person) => workspace.person(person).id,
  };
}

type Row = readonly [situation: string, error: string, given: (scene: Scene) => Record<string, unknown>];

const text = 'x';

/** What happens in each of these to whatever channel is named. */
function inChannel(rest: (scene: Scene) => Record<string, unknown>, archived = 'is_archived'): readonly Row[] {
  return [
    ['no channel', 'channel_not_found', (scene) => rest(scene)],
    ['a channel that there is not', 'channel_not_found', (scene) => ({ ...rest(scene), channel: 'C404' })],
    ['a private channel of others', 'channel_not_found', (scene) => ({ ...rest(scene), channel: scene.id('secret') })],
    ['a channel that the bot is not in', 'not_in_channel', (s) => ({ ...rest(s), channel: s.id('general') })],
    ['an archived channel', archived, (scene) => ({ ...rest(scene), channel: scene.id('attic') })],
  ];
}

const content: readonly Row[] = [
  ['nothing to say', 'no_text', () => ({})],
  ['empty words', 'no_text', () => ({ text: '' })],
  ['wrong blocks', 'invalid_blocks', () => ({ text, blocks: [{ type: 'sectoin' }] })],
  ['blocks that are no JSON', 'invalid_blocks_format', () => ({ text, blocks: '[{' })],
  ['too much in blocks', 'msg_blocks_too_long', () => ({ text, blocks: fullSections(10) })],
  ['metadata of the wrong form', 'invalid_metadata_format', () => ({ text, metadata: { event: 'x' } })],
  ['too much metadata', 'metadata_too_large', () => ({ text, metadata: metadataOf(9_000) })],
  ['an argument that the method does not have', 'invalid_arguments', () => ({ text, colour: 'red' })],
];

function fullSections(count: number) {
  return Array.from({ length: count }, () => ({ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(2_900) } }));
}

function metadataOf(length: number) {
  return { event_type: 'x', event_payload: { long: 'x'.repeat(length) } };
}

function inOps(rows: readonly Row[], rest: (scene: Scene) => Record<string, unknown>): readonly Row[] {
  return rows.map(([situation, error, given]) => [
    situation,
    error,
    (scene) => ({ channel: scene.id('ops'), ...rest(scene), ...given(scene) }),
  ]);
}

const nothing = () => ({});

const tables: Readonly<Record<string, readonly Row[]>> = {
  'chat.postMessage': [
    ...inChannel(() => ({ text })),
    ...inOps(content, nothing),
    ['40,001 characters', 'msg_too_long', (s) => ({ channel: s.id('ops'), text: 'x'.repeat(40_001) })],
    ['a thread that there is not', 'thread_not_found', (s) => ({ channel: s.id('ops'), text, thread_ts: '1.000001' })],
    ['somebody deactivated as the channel', 'channel_not_found', (s) => ({ channel: s.who('gone'), text })],
  ],
  'chat.update': [
    ...inChannel(({ posted }) => ({ ts: posted, text }), 'is_inactive'),
    ...inOps(content, ({ posted }) => ({ ts: posted })),
    ['4,001 characters', 'msg_too_long', (s) => ({ channel: s.id('ops'), ts: s.posted, text: 'x'.repeat(4_001) })],
    ['no ts', 'invalid_arguments', (s) => ({ channel: s.id('ops'), text })],
    ['no message', 'message_not_found', (s) => ({ channel: s.id('ops'), ts: '1.000001', text })],
    ['somebody else’s', 'cant_update_message', (s) => ({ channel: s.id('ops'), ts: s.said.ts, text })],
  ],
  'chat.postEphemeral': [
    ...inChannel(({ who }) => ({ user: who('ana'), text })),
    ...inOps(content, ({ who }) => ({ user: who('ana') })),
    ['nobody', 'invalid_arguments', (s) => ({ channel: s.id('ops'), text })],
    ['who is not there', 'user_not_in_channel', (s) => ({ channel: s.id('war-room'), user: s.who('ben'), text })],
  ],
  'canvases.create': [
    ['a channel that there is not', 'channel_not_found', () => ({ channel_id: 'C404' })],
    ['a channel that the bot is not in', 'not_in_channel', (s) => ({ channel_id: s.id('general') })],
    [
      'more than a megabyte',
      'invalid_arguments',
      (s) => ({ channel_id: s.id('ops'), document_content: { type: 'markdown', markdown: 'é'.repeat(600_000) } }),
    ],
  ],
  'canvases.edit': [
    ['no canvas', 'canvas_not_found', () => ({ canvas_id: 'F404', changes: [append] })],
    ['two changes', 'invalid_arguments', () => ({ canvas_id: 'F404', changes: [append, append] })],
    ['HTML', 'invalid_arguments', () => ({ canvas_id: 'F404', changes: [{ ...append, document_content: html }] })],
  ],
  'canvases.access.set': [
    ['no canvas', 'canvas_not_found', (s) => ({ canvas_id: 'F4', access_level: 'read', channel_ids: [s.id('ops')] })],
  ],
  'canvases.delete': [['no canvas', 'canvas_not_found', () => ({ canvas_id: 'F404' })]],
  'files.info': [['no file', 'file_not_found', () => ({ file: 'F404' })]],
  'conversations.create': [
    ['no name', 'invalid_name_required', () => ({})],
    ['an empty name', 'invalid_name_required', () => ({ name: '' })],
    ['81 letters', 'invalid_name_maxlength', () => ({ name: 'x'.repeat(81) })],
    ['capital letters', 'invalid_name_specials', () => ({ name: 'Incident' })],
    ['a space', 'invalid_name_specials', () => ({ name: 'in cident' })],
    ['marks alone', 'invalid_name_punctuation', () => ({ name: '--' })],
    ['a name in use', 'name_taken', () => ({ name: 'ops' })],
    ['the name of an archived channel', 'name_taken', () => ({ name: 'attic' })],
    ['the name of a private channel of others', 'name_taken', () => ({ name: 'secret' })],
  ],
  'conversations.invite': [
    ...inChannel(({ who }) => ({ users: who('robot') })),
    ['nobody', 'no_user', (s) => ({ channel: s.id('ops') })],
    ['who is there already', 'already_in_channel', (s) => ({ channel: s.id('ops'), users: s.who('ana') })],
    ['the bot itself', 'cant_invite_self', (s) => ({ channel: s.id('ops'), users: s.workspace.botUserId })],
    ['somebody unknown', 'user_not_found', (s) => ({ channel: s.id('ops'), users: 'U404' })],
    ['somebody deactivated', 'cant_invite', (s) => ({ channel: s.id('ops'), users: s.who('gone') })],
    ['101 people', 'invalid_arguments', (s) => ({ channel: s.id('ops'), users: Array(101).fill('U1').join() })],
  ],
  'conversations.join': [
    ['an archived channel', 'is_archived', (s) => ({ channel: s.id('attic') })],
    ['a private channel of others', 'channel_not_found', (s) => ({ channel: s.id('secret') })],
    ['a private channel', 'method_not_supported_for_channel_type', (s) => ({ channel: s.id('war-room') })],
  ],
  'conversations.list': [
    ['an unknown type', 'invalid_types', () => ({ types: 'public' })],
    ['a limit of none', 'invalid_limit', () => ({ limit: 0 })],
    ['a limit above all', 'invalid_limit', () => ({ limit: 1_001 })],
    ['a cursor that it did not give', 'invalid_cursor', () => ({ cursor: 'next' })],
  ],
  'conversations.open': [
    ['nobody', 'users_list_not_supplied', () => ({})],
    ['somebody unknown', 'user_not_found', () => ({ users: 'U404' })],
    ['somebody deactivated', 'user_disabled', (s) => ({ users: s.who('gone') })],
    ['a bot', 'cannot_dm_bot', (s) => ({ users: s.who('robot') })],
    ['several people', 'missing_scope', (s) => ({ users: `${s.who('ana')},${s.who('ben')}` })],
  ],
  'conversations.setTopic': [
    ...inChannel(() => ({ topic: 'x' })),
    ['251 letters', 'too_long', (s) => ({ channel: s.id('ops'), topic: 'x'.repeat(251) })],
  ],
  'conversations.history': [
    ...inChannel(nothing).filter(([situation]) => situation !== 'an archived channel'),
    ['a wrong oldest', 'invalid_ts_oldest', (s) => ({ channel: s.id('ops'), oldest: 'yesterday' })],
    ['a wrong latest', 'invalid_ts_latest', (s) => ({ channel: s.id('ops'), latest: 'today' })],
    ['a limit of 1,000', 'invalid_limit', (s) => ({ channel: s.id('ops'), limit: 1_000 })],
    ['a cursor that it did not give', 'invalid_cursor', (s) => ({ channel: s.id('ops'), cursor: 'next' })],
  ],
  'conversations.replies': [
    ...inChannel(({ said }) => ({ ts: said.ts })).filter(([situation]) => situation !== 'an archived channel'),
    ['no ts', 'thread_not_found', (s) => ({ channel: s.id('ops') })],
    ['no such message', 'thread_not_found', (s) => ({ channel: s.id('ops'), ts: '1.000001' })],
  ],
  'files.getUploadURLExternal': [
    ['no name', 'missing_argument', () => ({ length: 1 })],
    ['an empty file', 'missing_argument', () => ({ filename: 'a.md', length: 0 })],
  ],
  'files.completeUploadExternal': [
    ['no files', 'invalid_arguments', () => ({ files: [] })],
    ['a file that was never uploaded', 'file_not_found', () => ({ files: [{ id: 'F404' }] })],
    ['a channel that there is not', 'channel_not_found', () => ({ files: [{ id: 'F404' }], channel_id: 'C404' })],
    ['a channel it is not in', 'not_in_channel', (s) => ({ files: [{ id: 'F' }], channel_id: s.id('general') })],
  ],
  'pins.add': [
    ...inChannel(({ said }) => ({ timestamp: said.ts })),
    ['no message', 'no_item_specified', (s) => ({ channel: s.id('ops') })],
    ['a wrong timestamp', 'bad_timestamp', (s) => ({ channel: s.id('ops'), timestamp: 'now' })],
    ['a message that there is not', 'message_not_found', (s) => ({ channel: s.id('ops'), timestamp: '1.000001' })],
  ],
  'reactions.add': [
    ...inChannel(({ said }) => ({ timestamp: said.ts, name: 'memo' })),
    ['no message', 'no_item_specified', (s) => ({ channel: s.id('ops'), name: 'memo' })],
    ['a wrong timestamp', 'bad_timestamp', (s) => ({ channel: s.id('ops'), timestamp: '1', name: 'memo' })],
    ['a name with colons', 'invalid_name', (s) => ({ channel: s.id('ops'), timestamp: s.said.ts, name: ':memo:' })],
    ['no name', 'invalid_name', (s) => ({ channel: s.id('ops'), timestamp: s.said.ts })],
  ],
  'usergroups.users.list': [
    ['no group', 'no_such_subteam', () => ({})],
    ['a group that there is not', 'no_such_subteam', () => ({ usergroup: 'S404' })],
  ],
  'users.info': [
    ['nobody', 'user_not_found', () => ({})],
    ['somebody unknown', 'user_not_found', () => ({ user: 'U404' })],
  ],
  'views.open': [
    ['no trigger', 'invalid_trigger_id', () => ({ view: modal })],
    ['a trigger that was never given', 'invalid_trigger_id', () => ({ trigger_id: '1.2.3', view: modal })],
    ['a wrong view', 'invalid_arguments', () => ({ trigger_id: '1.2.3', view: { ...modal, title: undefined } })],
    ['a Home tab', 'invalid_arguments', () => ({ trigger_id: '1.2.3', view: { type: 'home', blocks: [] } })],
  ],
  'views.publish': [
    ['somebody unknown', 'user_not_found', () => ({ user_id: 'U404', view: { type: 'home', blocks: [] } })],
    ['a modal', 'invalid_arguments', (s) => ({ user_id: s.who('ana'), view: modal })],
  ],
};

const html = { type: 'html', markdown: '<b>' };
const append = { operation: 'insert_at_end', document_content: { type: 'markdown', markdown: 'x' } };
const modal = { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] };

describe.each(Object.entries(tables))('%s', (method, rows) => {
  it.each(rows)('with %s answers %s', async (_, error, given) => {
    const scene = await openScene();

    expect(await outcomeOf(scene.web.apiCall(method, given(scene)))).toBe(error);
  });
});

describe('a second time', () => {
  it('a message cannot be pinned', async () => {
    const { web, said, id } = await openScene();
    const pin = () => web.pins.add({ channel: id('ops'), timestamp: said.ts });

    expect([await outcomeOf(pin()), await outcomeOf(pin())]).toEqual(['ok', 'already_pinned']);
  });

  it('nobody reacts with the same emoji', async () => {
    const { web, said, id } = await openScene();
    const react = (name: string) => outcomeOf(web.reactions.add({ channel: id('ops'), timestamp: said.ts, name }));

    expect([await react('memo'), await react('memo'), await react('eyes')]).toEqual(['ok', 'already_reacted', 'ok']);
  });
});

it('a conversation with one person takes neither guests nor a topic', async () => {
  const { web, who } = await openScene();
  const { channel } = await web.conversations.open({ users: who('ana') });
  const direct = channel?.id ?? '';

  const unsupported = 'method_not_supported_for_channel_type';
  expect(await outcomeOf(web.conversations.invite({ channel: direct, users: who('ben') }))).toBe(unsupported);
  expect(await outcomeOf(web.conversations.setTopic({ channel: direct, topic: 'x' }))).toBe(unsupported);
});

it('keeps all out where one of those invited cannot come, and says who', async () => {
  const { workspace, web, id, who } = await openScene();
  workspace.addPerson({ name: 'eve' });

  const refused = await web.conversations
    .invite({ channel: id('ops'), users: `${who('eve')},${who('gone')}` })
    .catch((fault) => fault.data);

  expect(refused.errors).toEqual([{ user: who('gone'), ok: false, error: 'cant_invite' }]);
  expect(workspace.channel('ops').members()).not.toContain('eve');
});

it('says what is wrong with blocks, and where', async () => {
  const { web, id } = await openScene();
  const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }];

  const refused = await web.apiCall('chat.postMessage', { channel: id('ops'), text, blocks }).catch((f) => f.data);

  expect(refused.response_metadata.messages).toEqual([
    '[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  ]);
});
