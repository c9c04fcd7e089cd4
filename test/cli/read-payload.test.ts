import { describe, expect, it } from 'vitest';
import { readPayload } from '../../src/cli/read-payload.ts';

const EVENT = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event: { type: 'message' } };
const COMMAND = { command: '/incident', team_id: 'T1', user_id: 'U1', channel_id: 'C1', trigger_id: '1.2.3', text: '' };
const SHORTCUT = { type: 'shortcut', callback_id: 'start', trigger_id: '1.2.3', user: { id: 'U1', team_id: 'T1' } };
const ACTION = { action_id: 'ack', action_ts: '1.2', type: 'button' };
const VIEW = { id: 'V1', hash: '1', callback_id: 'log', private_metadata: '', blocks: [], state: { values: {} } };
const SHAPES = [
  ['an event', EVENT],
  ['a slash command', COMMAND],
  ['a global shortcut', SHORTCUT],
  ['a message shortcut', { ...SHORTCUT, type: 'message_action', channel: { id: 'C1' }, message: { ts: '1.2' } }],
  ['a button or a menu', { ...SHORTCUT, type: 'block_actions', actions: [ACTION] }],
  ['a form', { type: 'view_submission', user: { id: 'U1' }, team: { id: 'T1' }, view: VIEW }],
] as const;

describe('readPayload', () => {
  it.each(SHAPES)('reads %s as JSON', (what, body) => {
    expect(readPayload(`\uFEFF${JSON.stringify(body, null, 2)}\n`, 'x')).toEqual({
      ok: true,
      value: { what, body, teamId: 'T1' },
    });
  });

  it.each(SHAPES)('reads %s as Slack posts it', (what, body) => {
    const isForm = !['an event', 'a slash command'].includes(what);
    const posted = isForm ? new URLSearchParams({ payload: JSON.stringify(body) }) : undefined;
    const command = what === 'a slash command' ? new URLSearchParams({ ...COMMAND }) : undefined;

    expect(readPayload(String(posted ?? command ?? JSON.stringify(body)), 'x')).toMatchObject({
      value: { what, body },
    });
  });

  it('takes what an app gets that is installed in a whole organization, where no workspace is named', () => {
    const read = readPayload(JSON.stringify({ ...SHORTCUT, team: null, user: { id: 'U1' } }), 'x');
    expect(read).toMatchObject({ ok: true, value: { teamId: undefined } });
  });

  it.each([
    ['', 'x is empty; expected is what Slack sends'],
    ['  \n', 'x is empty;'],
    ['hello', 'x is not a payload of Slack’s; expected is what Slack sends'],
    ['{', 'x is not a payload of Slack’s;'],
    ['[1]', 'x is not a payload of Slack’s;'],
    ['null', 'x is not a payload of Slack’s;'],
    ['{"name":"faultline","version":"1"}', 'x is not a payload of Slack’s;'],
    ['{"type":"constructor"}', 'x is not a payload of Slack’s;'],
    ['{"type":"url_verification","challenge":"1"}', 'x is not a payload of Slack’s;'],
    ['payload=%7B', 'x is not a payload of Slack’s;'],
    ['payload=hello', 'x is not a payload of Slack’s;'],
    ['ssl_check=1', 'x is not a payload of Slack’s;'],
    [
      'command=%2Fincident&text=list',
      'x is a slash command that is not whole: team_id, user_id, channel_id, trigger_id',
    ],
    [
      '{"type":"block_actions","actions":[]}',
      'x is a button or a menu that is not whole: user, trigger_id, actions are missing',
    ],
  ])('refuses %j in a sentence', (text, sentence) => {
    const read = readPayload(text, 'x');

    expect(read.ok ? '' : read.refusal).toContain(sentence);
  });
});
