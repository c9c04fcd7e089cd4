import type { BlockElementAction } from '@slack/bolt';
import { App, LogLevel } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import type { Feature, Press } from '../../../src/slack/listeners/feature.ts';
import { joinFeatures } from '../../../src/slack/listeners/join-features.ts';
import type { Listening } from '../../../src/slack/listeners/listen.ts';
import { listenToButtons } from '../../../src/slack/listeners/listen-to-buttons.ts';
import { silentLog } from '../../support/silent-log.ts';

const option = { text: { type: 'plain_text' as const, text: 'Retract' }, value: 'event-1' };
const shared = { action_id: 'event:1', block_id: 'line-1', action_ts: '1715090400.000100' };

/** What our own table is handed when Bolt processes this. */
async function pressOf(action: Partial<BlockElementAction>): Promise<Press | undefined> {
  let pressed: Press | undefined;
  const feature: Feature = {
    buttons: {
      event: async (press) => {
        pressed = press;
        return undefined;
      },
    },
  };
  const app = new App({
    receiver: { init() {}, start: async () => undefined, stop: async () => undefined },
    authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'U1' }),
    logLevel: LogLevel.ERROR,
  });
  listenToButtons(app, { feature: joinFeatures(feature), log: silentLog } as unknown as Listening);
  const body = {
    type: 'block_actions',
    team: { id: 'T1' },
    user: { id: 'U2', team_id: 'T1' },
    channel: { id: 'C1' },
    trigger_id: '1.2.3',
    actions: [{ ...shared, ...action }],
  };
  await app.processEvent({ body, ack: async () => undefined });
  return pressed;
}

describe('listenToButtons', () => {
  it.each([
    ['a button’s value', { type: 'button', value: 'event-1' } as const],
    ['the option picked from an overflow menu', { type: 'overflow', selected_option: option } as const],
    ['the option chosen in a select', { type: 'static_select', selected_option: option } as const],
  ])('hands on %s', async (_, action) => {
    expect(await pressOf(action)).toMatchObject({ action: 'event:1', value: 'event-1', channel: 'C1' });
  });

  it('hands on nothing where nothing was chosen', async () => {
    expect(await pressOf({ type: 'users_select', selected_user: 'U3' })).toMatchObject({ value: '' });
  });
});
