/** The scope that Slack asks for with each event. https://docs.slack.dev/reference/events */
export const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  channel_archive: ['channels:read'],
  channel_created: ['channels:read'],
  channel_left: ['channels:read'],
  channel_rename: ['channels:read'],
  channel_unarchive: ['channels:read'],
  file_shared: ['files:read'],
  group_archive: ['groups:read'],
  group_left: ['groups:read'],
  group_rename: ['groups:read'],
  group_unarchive: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  pin_added: ['pins:read'],
  pin_removed: ['pins:read'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  subteam_created: ['usergroups:read'],
  subteam_members_changed: ['usergroups:read'],
  subteam_updated: ['usergroups:read'],
  team_join: ['users:read'],
  user_change: ['users:read'],
};

/** Subscriptions that one of several scopes would allow, and none is there. */
export function missingEventScopes(events: readonly string[], scopes: readonly string[]): readonly string[] {
  return events.flatMap((event) => {
    const allowing = EVENT_SCOPES[event];
    if (allowing === undefined) {
      return [`the sandbox knows no event ${event}`];
    }
    const isAllowed = allowing.length === 0 || allowing.some((scope) => scopes.includes(scope));
    return isAllowed ? [] : [`${event} needs the scope ${allowing.join(' or ')}`];
  });
}
