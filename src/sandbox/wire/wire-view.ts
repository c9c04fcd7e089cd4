import type { ViewRecord } from '../state/records.ts';
import type { State } from '../state/state.ts';
import { wireBlocks } from './wire-block.ts';

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function wireView(state: State, view: ViewRecord) {
  const { definition } = view;
  return {
    id: view.id,
    team_id: state.team.id,
    type: view.type,
    blocks: wireBlocks(definition.blocks),
    private_metadata: definition.private_metadata ?? '',
    callback_id: definition.callback_id ?? '',
    external_id: definition.external_id ?? '',
    state: { values: view.entered },
    hash: view.hash,
    ...(definition.title === undefined ? {} : { title: definition.title }),
    ...(definition.submit === undefined ? {} : { submit: definition.submit }),
    ...(definition.close === undefined ? {} : { close: definition.close }),
    clear_on_close: definition.clear_on_close ?? false,
    notify_on_close: definition.notify_on_close ?? false,
    root_view_id: view.rootId,
    ...(view.previousId === undefined ? {} : { previous_view_id: view.previousId }),
    app_id: state.bot.appId,
    app_installed_team_id: state.team.id,
    bot_id: state.bot.botId,
  };
}
