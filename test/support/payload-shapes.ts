/**
 * What Slack sends, written down as it comes: https://docs.slack.dev/reference/events/message and the subtypes below it.
 * Fields that we do not read stand here because Slack sends them.
 */
export interface Scene {
  readonly channel: string;
  readonly team: string;
  readonly ana: string;
  readonly ben: string;
  /** When the message was posted that an event is about. */
  readonly ts: string;
  /** When the event happened. */
  readonly eventTs: string;
}

export type Payload = Readonly<Record<string, unknown>>;

const inChannel = ({ channel, eventTs }: Scene) => ({ channel, event_ts: eventTs, channel_type: 'channel' });

const richText = (text: string) => [
  {
    type: 'rich_text',
    block_id: 'Vrzsu',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  },
];

const fromBen = ({ team, ben, ts }: Scene, text: string) => ({
  user: ben,
  type: 'message',
  ts,
  client_msg_id: '1a3f2b6c-2d0e-4c55-9a0e-6f3f6f1d9f10',
  text,
  team,
  blocks: richText(text),
});

export function plainMessage(scene: Scene, text: string): Payload {
  return { ...fromBen(scene, text), ...inChannel(scene) };
}

export function meMessage(scene: Scene, text: string): Payload {
  return { type: 'message', subtype: 'me_message', user: scene.ben, text, ts: scene.ts, ...inChannel(scene) };
}

/** What a webhook or an old integration posts: no user, no blocks, all its words in an attachment. */
export function botMessage(scene: Scene, text: string): Payload {
  return {
    type: 'message',
    subtype: 'bot_message',
    text: '',
    ts: scene.ts,
    username: 'Alertmanager',
    icons: { emoji: ':fire:', image_64: 'https://a.slack-edge.com/64.png' },
    bot_id: 'B0ALERTMAN',
    app_id: 'A0ALERTMAN',
    attachments: [
      {
        id: 1,
        color: 'D00000',
        fallback: `[FIRING:1] ${text}`,
        title: '[FIRING:1] HighErrorRate',
        title_link: 'https://alerts.example.com/1',
        text,
        mrkdwn_in: ['text'],
      },
    ],
    ...inChannel(scene),
  };
}

/** What an app of today posts: no subtype, and a user that stands for it. */
export function appMessage(scene: Scene, text: string): Payload {
  return {
    ...fromBen(scene, text),
    user: 'U0DEPLOYBOT',
    client_msg_id: undefined,
    bot_id: 'B0DEPLOY',
    app_id: 'A0DEPLOY',
    bot_profile: {
      id: 'B0DEPLOY',
      deleted: false,
      name: 'Deployer',
      updated: 1_700_000_000,
      app_id: 'A0DEPLOY',
      icons: { image_36: 'https://avatars.slack-edge.com/36.png' },
      team_id: scene.team,
    },
    ...inChannel(scene),
  };
}

export function fileShare(scene: Scene, text: string): Payload {
  const file = {
    id: 'F06Q2H1ABCD',
    created: 1_715_090_400,
    timestamp: 1_715_090_400,
    name: 'graph.png',
    title: 'graph.png',
    mimetype: 'image/png',
    filetype: 'png',
    pretty_type: 'PNG',
    user: scene.ben,
    user_team: scene.team,
    editable: false,
    size: 34_812,
    mode: 'hosted',
    is_external: false,
    is_public: true,
    url_private: 'https://files.slack.com/files-pri/T-F06Q2H1ABCD/graph.png',
    file_access: 'visible',
  };
  return {
    ...fromBen(scene, text),
    subtype: 'file_share',
    files: [file],
    upload: false,
    display_as_bot: false,
    ...inChannel(scene),
  };
}

/** A reply that is shown in the channel as well; `root` is what it replies to. */
export function threadBroadcast(scene: Scene, text: string, root: { readonly ts: string }): Payload {
  return {
    ...fromBen(scene, text),
    subtype: 'thread_broadcast',
    thread_ts: root.ts,
    root: {
      ...fromBen({ ...scene, ts: root.ts }, 'Pool is full'),
      thread_ts: root.ts,
      reply_count: 1,
      reply_users_count: 1,
      latest_reply: scene.ts,
      reply_users: [scene.ben],
      is_locked: false,
    },
    ...inChannel(scene),
  };
}

/** Slack tells to the second when a message was edited, and to the microsecond when it told so. */
export function edit(scene: Scene, from: string, to: string): Payload {
  const edited = { user: scene.ben, ts: `${scene.eventTs.split('.')[0]}.000000` };
  return changed(scene, { ...fromBen(scene, to), edited, source_team: scene.team, user_team: scene.team }, from);
}

/** Slack put a preview of a link below the message: nobody changed a word. */
export function unfurl(scene: Scene, text: string): Payload {
  const preview = {
    id: 1,
    from_url: 'https://grafana.example.com/d/1',
    original_url: 'https://grafana.example.com/d/1',
    service_name: 'grafana.example.com',
    title: 'A title that nobody in the channel wrote',
    title_link: 'https://grafana.example.com/d/1',
    fallback: 'grafana.example.com: A title that nobody in the channel wrote',
  };
  return changed(scene, { ...fromBen(scene, text), attachments: [preview] }, text);
}

function changed(scene: Scene, message: Payload, from: string): Payload {
  return {
    type: 'message',
    subtype: 'message_changed',
    message,
    previous_message: fromBen(scene, from),
    hidden: true,
    ts: scene.eventTs,
    ...inChannel(scene),
  };
}

export function deletion(scene: Scene, text: string, thread: Payload = {}): Payload {
  return {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: { ...fromBen(scene, text), ...thread },
    hidden: true,
    deleted_ts: scene.ts,
    ts: scene.eventTs,
    ...inChannel(scene),
  };
}

const stone = ({ ts }: Scene, replies: number) => ({
  type: 'message',
  subtype: 'tombstone',
  text: 'This message was deleted.',
  user: 'USLACKBOT',
  hidden: true,
  ts,
  thread_ts: ts,
  reply_count: replies,
  reply_users_count: replies,
  latest_reply: replies === 0 ? '0000000000.000000' : `${ts.split('.')[0]}.999999`,
  is_locked: false,
  subscribed: false,
});

/** A message with replies was deleted. */
export function tombstone(scene: Scene, text: string): Payload {
  return changed(scene, stone(scene, 1), text);
}

/** And then the last of its replies. */
export function tombstoneDeletion(scene: Scene): Payload {
  return { ...deletion(scene, ''), previous_message: { ...stone(scene, 0), parent_user_id: 'USLACKBOT' } };
}

/** Comes without its subtype over the Events API: https://docs.slack.dev/reference/events/message/message_replied */
export function messageReplied(scene: Scene, subtype: string | undefined): Payload {
  return {
    type: 'message',
    ...(subtype === undefined ? {} : { subtype }),
    message: { ...fromBen(scene, 'Pool is full'), thread_ts: scene.ts, reply_count: 1 },
    hidden: true,
    ts: scene.eventTs,
    ...inChannel(scene),
  };
}

/** What Slack itself notes in the channel. */
export function note(scene: Scene, subtype: string, more: Payload = {}): Payload {
  const text = `<@${scene.ben}> did something that Slack notes`;
  return { type: 'message', subtype, user: scene.ben, text, ts: scene.ts, ...more, ...inChannel(scene) };
}

export function reactionAdded(scene: Scene, item: Payload): Payload {
  return {
    type: 'reaction_added',
    user: scene.ana,
    reaction: 'pushpin',
    item,
    item_user: scene.ben,
    event_ts: scene.eventTs,
  };
}
