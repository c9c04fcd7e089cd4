import type { GroupRecord } from '../state/records.ts';
import { nowSeconds, type State } from '../state/state.ts';

/** https://docs.slack.dev/reference/objects/usergroup-object */
export function wireGroup(state: State, { id, handle, members, isDisabled }: GroupRecord) {
  return {
    id,
    team_id: state.team.id,
    is_usergroup: true,
    name: handle,
    handle,
    date_delete: isDisabled ? nowSeconds(state) : 0,
    user_count: members.length,
  };
}
