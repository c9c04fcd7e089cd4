// Every name that Slack sends back to us; nothing else spells one out, and manifest.yml is held against them.

export const COMMAND = '/incident';

export const verbs = [
  'start',
  'log',
  'status',
  'severity',
  'drill',
  'assign',
  'update',
  'escalate',
  'ack',
  'rota',
  'action',
  'actions',
  'mine',
  'timeline',
  'list',
  'resolve',
  'close',
  'cancel',
  'reopen',
  'postmortem',
  'help',
] as const;

export type Verb = (typeof verbs)[number];

export const globalShortcuts = { start: 'start-incident' } as const;

export const messageShortcuts = { addToTimeline: 'add-to-timeline', createActionItem: 'create-action-item' } as const;

export const events = {
  mention: 'app_mention',
  homeOpened: 'app_home_opened',
  reactionAdded: 'reaction_added',
  reactionRemoved: 'reaction_removed',
  /** Subscribed as `message.channels` and `message.groups`, delivered under this name. */
  message: 'message',
  memberJoined: 'member_joined_channel',
  memberLeft: 'member_left_channel',
  channelRenamed: 'channel_rename',
  /** The same of a private channel. */
  groupRenamed: 'group_rename',
  personChanged: 'user_change',
  groupCreated: 'subteam_created',
  /** Disabled and enabled too. */
  groupUpdated: 'subteam_updated',
} as const;

/** Slack's `callback_id`s of our modals. */
export const forms = {
  start: 'start',
  addToTimeline: 'add-to-timeline',
  editEvent: 'edit-event',
  milestones: 'milestones',
  mitigations: 'mitigations',
  roles: 'roles',
  update: 'update',
  escalate: 'escalate',
  confirmCall: 'confirm-call',
  actionItem: 'action-item',
  editActionItem: 'edit-action-item',
  handBackActionItem: 'hand-back-action-item',
  changeDueDate: 'change-due-date',
  changeDueDates: 'change-due-dates',
  snoozeActionItem: 'snooze-until',
  reassignActionItem: 'reassign-action-item',
  giveUpActionItem: 'give-up-action-item',
  doneWhen: 'done-when',
  close: 'close',
  postmortem: 'postmortem',
  askForReview: 'ask-for-review',
  askForChanges: 'ask-for-changes',
  publishPostmortem: 'publish-postmortem',
  takeBackPostmortem: 'take-back-postmortem',
  waive: 'waive',
  /** The second step of the two before. */
  lessons: 'lessons',
  section: 'section',
  conflict: 'conflict',
  history: 'history',
} as const;

export type FormName = (typeof forms)[keyof typeof forms];

/** Slack's `action_id`s of our buttons; what a button is about stands in its `value`. */
export const buttons = {
  openForm: 'open-form',
  acknowledge: 'acknowledge',
  passOn: 'pass-on',
  askLater: 'ask-later',
  stillOnIt: 'still-on-it',
  takeBackCover: 'take-back-cover',
  resolve: 'resolve',
  reopen: 'reopen',
  timelinePage: 'timeline-page',
  timelineFilter: 'timeline-filter',
  eventMenu: 'event-menu',
  logAtTime: 'log-at-time',
  showGap: 'show-gap',
  addFromGap: 'add-from-gap',
  retractEvent: 'retract-event',
  restoreEvent: 'restore-event',
  completeActionItem: 'complete-action-item',
  createTicket: 'create-ticket',
  reopenActionItem: 'reopen-action-item',
  itemPage: 'item-page',
  itemFilter: 'item-filter',
  showItems: 'show-items',
  acceptActionItem: 'accept-action-item',
  takeActionItem: 'take-action-item',
  snoozeActionItem: 'snooze-action-item',
  approvePostmortem: 'approve-postmortem',
  takeBackWaiver: 'take-back-waiver',
  openChannelAgain: 'open-channel-again',
  postFiles: 'post-postmortem-files',
  saveForLater: 'save-for-later',
  stepBack: 'step-back',
  closeNow: 'close-now',
  dropUnsaved: 'drop-unsaved',
  keepTheirs: 'keep-theirs',
  takeMine: 'take-mine',
  historyPage: 'history-page',
  restoreVersion: 'restore-version',
} as const;

/** A field's `block_id` is its name; its element always has this `action_id`. */
export const FIELD_ELEMENT = 'value';

/** What our messages carry in Slack's `metadata`, so that one can be found again before it is repeated. */
export const WORK_METADATA = 'faultline_work';

/** The reaction by which the bot confirms that a message is on the timeline. */
export const CONFIRMATION = 'memo';
