import type { ViewsOpenResponse, ViewsPublishResponse, ViewsUpdateResponse } from '@slack/web-api';
import { z } from 'zod';
import { openModal, publishHome, updateView } from '../effects/open-view.ts';
import { personById } from '../state/find.ts';
import { nowMilliseconds, type State } from '../state/state.ts';
import { wireView } from '../wire/wire-view.ts';
import { type Answer, defineMethod, JsonArgument } from './method.ts';
import { readView } from './read-view.ts';
import { SlackError } from './slack-error.ts';

const TRIGGER_LIFE_MILLISECONDS = 3_000;

/** https://docs.slack.dev/reference/methods/views.open */
export const viewsMethods = {
  'views.open': defineMethod({
    refusals: { trigger_id: 'invalid_trigger_id' },
    schema: z.strictObject({ trigger_id: z.string(), view: JsonArgument }),
    run(state, given): Answer<ViewsOpenResponse> {
      const definition = readView(given.view, 'modal');
      const trigger = exchange(state, given.trigger_id);
      const view = openModal(state, trigger.userId, definition);
      trigger.openedViewId = view.id;
      return { view: wireView(state, view) };
    },
  }),

  'views.update': defineMethod({
    schema: z.strictObject({ view_id: z.string(), hash: z.string().optional(), view: JsonArgument }),
    run(state, given): Answer<ViewsUpdateResponse> {
      const view = [...state.modals.values()].flat().find(({ id }) => id === given.view_id);
      if (view === undefined) {
        throw new SlackError('not_found');
      }
      if (given.hash !== undefined && given.hash !== view.hash) {
        throw new SlackError('hash_conflict');
      }
      updateView(state, view, readView(given.view, 'modal'));
      return { view: wireView(state, view) };
    },
  }),

  'views.publish': defineMethod({
    schema: z.strictObject({ user_id: z.string(), view: JsonArgument }),
    run(state, given): Answer<ViewsPublishResponse> {
      if (personById(state, given.user_id) === undefined) {
        throw new SlackError('user_not_found');
      }
      if (!state.manifest.features.app_home.home_tab_enabled) {
        throw new SlackError('not_enabled');
      }
      return { view: wireView(state, publishHome(state, given.user_id, readView(given.view, 'home'))) };
    },
  }),
};

function exchange(state: State, id: string) {
  const trigger = state.triggers.get(id);
  if (trigger === undefined) {
    throw new SlackError('invalid_trigger_id');
  }
  if (trigger.isExchanged) {
    throw new SlackError('exchanged_trigger_id');
  }
  if (nowMilliseconds(state) - trigger.atMilliseconds > TRIGGER_LIFE_MILLISECONDS) {
    throw new SlackError('expired_trigger_id');
  }
  trigger.isExchanged = true;
  return trigger;
}
