import type { GroupRecord } from '../state/records.ts';
import type { State } from '../state/state.ts';

/** https://docs.slack.dev/reference/objects/usergroup-object */
export function wireGroup(state: State, group: GroupRecord) {
  return {
    id: group.id,
    team_id: state.team.id,
    is_usergroup: true,
    name: group.name,
    handle: group.handle,
    description: '',
    is_external: false,
    date_delete: group.isDisabled ? 1 : 0,
    user_count: group.members.length,
  };
}
