import { messageKey } from '../../../src/domain/ids.ts';
import type { ActionItemMessenger } from '../../../src/use-cases/action-items/action-item-messenger.ts';
import type { Directory } from '../../../src/use-cases/directory.ts';
import type { Caller } from '../../../src/use-cases/escalation/caller.ts';
import type { Messenger } from '../../../src/use-cases/messenger.ts';
import type { ReviewMessenger } from '../../../src/use-cases/postmortem/review/review-messenger.ts';
import type { PostmortemBoard } from '../../../src/use-cases/postmortem-board.ts';

async function refuse(): Promise<never> {
  throw new Error('nobody is asked for this in a simulation');
}

/** Nothing of it is used in a simulation but what that puts in its place. */
export const idleDirectory: Directory = {
  findPerson: refuse,
  findEmail: refuse,
  listPeople: refuse,
  wantsQuiet: refuse,
  listGroupMembers: refuse,
  listGroupHandles: refuse,
  findChannelName: refuse,
  readMessage: refuse,
  readTold: refuse,
  readHistory: refuse,
  readReactions: refuse,
  readFile: refuse,
  isCommand: () => false,
};

export const idleMessenger: Messenger = {
  linkTo: () => '',
  openChannel: refuse,
  invite: refuse,
  setTopic: refuse,
  postCard: refuse,
  pinCard: refuse,
  refreshCard: refuse,
  announce: refuse,
  refreshAnnouncement: refuse,
  tellDeclarer: refuse,
  postEventLine: refuse,
  refreshEventLine: refuse,
  confirmTag: refuse,
  unconfirmTag: refuse,
  postUpdate: refuse,
  announceUpdate: refuse,
  nudgeUpdate: refuse,
  postDraft: refuse,
  postFiles: refuse,
  publishHome: refuse,
  reportFailure: refuse,
  tellUnfollowed: refuse,
  answer: refuse,
  returnCommand: refuse,
  tellOfCover: refuse,
  reportUntoldCover: refuse,
  showGap: refuse,
};

export const idleReviewMessenger: ReviewMessenger = {
  askReviewer: refuse,
  postReviewLine: refuse,
  announcePostmortem: refuse,
  withdrawAnnouncement: refuse,
  remindOfDeadline: refuse,
};

export const idleActionItemMessenger: ActionItemMessenger = {
  postLine: refuse,
  askDoneWhen: refuse,
  tellAssigned: refuse,
  tellHandedBack: refuse,
  tellUnheard: refuse,
  tellReturned: refuse,
  tellChannel: refuse,
  remind: refuse,
  findReminder: refuse,
  findInChannel: refuse,
  sentAt: () => {
    throw new Error('nobody is asked for this in a simulation');
  },
  // Every message has this key or a later one.
  firstKeyAt: () => messageKey(''),
  redraw: refuse,
  postWeeklyDigest: refuse,
};

export const idleBoard: PostmortemBoard = {
  createCanvas: refuse,
  drawCanvas: () => [],
  writeCanvas: refuse,
  post: refuse,
  pin: refuse,
  refreshPost: refuse,
};

export const idleCaller: Caller = {
  linkToChannel: () => '',
  postEscalation: refuse,
  refreshEscalation: refuse,
  postStep: refuse,
  callPerson: refuse,
  callChannel: refuse,
  findCall: refuse,
  refreshCall: refuse,
  tellEnded: refuse,
  postUnreached: refuse,
  postUnanswered: refuse,
  tellUnanswered: refuse,
  askStillOnIt: refuse,
};
