import { describe, expect, it } from 'vitest';
import { checkView } from '../../src/sandbox/blocks/check-view.ts';
import { field, long, many, type Part, plain, section } from './block-parts.ts';

const modal = (rest: Part = {}): Part => ({ type: 'modal', title: plain(), blocks: [section()], ...rest });
const home = (rest: Part = {}): Part => ({ type: 'home', blocks: [section()], ...rest });

describe('checkView', () => {
  it.each([
    ['title', plain(long(24)), plain(long(25)), '/view/title/text'],
    ['title', plain('x'), plain(''), '/view/title/text'],
    ['title', plain(), { type: 'mrkdwn', text: 'x' }, '/view/title/type'],
    ['title', plain(), undefined, '/view'],
    ['submit', plain(long(24)), plain(long(25)), '/view/submit/text'],
    ['close', plain(long(24)), plain(long(25)), '/view/close/text'],
    ['callback_id', long(255), long(256), '/view/callback_id'],
    ['external_id', long(255), long(256), '/view/external_id'],
    ['private_metadata', long(3_000), long(3_001), '/view/private_metadata'],
    ['notify_on_close', true, 'yes', '/view/notify_on_close'],
    ['blocks', many(100, () => section()), many(101, () => section()), '/view/blocks'],
    ['blocks', [], undefined, '/view'],
    ['blocks', [], [{ type: 'markdown', text: 'x' }], '/view/blocks/0/type'],
    ['clear_on_close', false, 0, '/view/clear_on_close'],
  ])('takes a %s and refuses another', (key, good, bad, pointer) => {
    expect(checkView(modal({ [key]: good }))).toEqual([]);
    expect(checkView(modal({ [key]: bad }))).toEqual([expect.stringContaining(`[json-pointer:${pointer}]`)]);
  });

  it('asks for a button where there is something to submit', () => {
    const blocks = [section(), field({ type: 'users_select' })];
    expect(checkView(modal({ blocks, submit: plain('Save') }))).toEqual([]);
    expect(checkView(modal({ blocks }))).toEqual(['[ERROR] missing required field: submit [json-pointer:/view]']);
    expect(checkView(home({ blocks }))).toEqual([]);
  });

  it('refuses the same input twice', () => {
    const person = field({ type: 'users_select', action_id: 'value' }, { block_id: 'person' });
    expect(checkView(modal({ blocks: [person, person], submit: plain('Save') }))).toHaveLength(1);
  });

  it('takes a home tab, which has no title and no buttons', () => {
    expect(checkView(home({ private_metadata: '', callback_id: 'home', external_id: 'a' }))).toEqual([]);
    expect(checkView(home({ title: plain() }))).toHaveLength(1);
    expect(checkView(home({ submit: plain() }))).toHaveLength(1);
  });

  it.each([[undefined], [null], ['modal'], [{}], [{ type: 'dialog' }], [{ type: 'workflow_step', blocks: [] }]])(
    'refuses %j',
    (view) => {
      expect(checkView(view)).toHaveLength(1);
    },
  );
});
