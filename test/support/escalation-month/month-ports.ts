import { calendarsOf } from '../../../src/calendars/calendar-of.ts';
import type { Escalation } from '../../../src/domain/escalation/escalation.ts';
import {
  type ChannelId,
  channelId,
  escalationId,
  type MessageRef,
  messageKey,
  type PersonId,
  type WorkId,
} from '../../../src/domain/ids.ts';
import type { Caller, ToldCall } from '../../../src/use-cases/escalation/caller.ts';
import type { Attempt } from '../../../src/use-cases/messenger.ts';
import { DeliveryError, type Ports } from '../../../src/use-cases/ports.ts';
import { hearCall, hearQuestion, hearUnanswered } from './behave.ts';
import type { NewEntry } from './history.ts';
import { idleActionItemMessenger, idleBoard, idleDirectory, idleMessenger, idleReviewMessenger } from './idle-ports.ts';
import type { Month } from './month.ts';
import type { MonthProcess } from './month-process.ts';

type MonthPorts = Pick<
  Ports,
  | 'caller'
  | 'webhooks'
  | 'directory'
  | 'messenger'
  | 'reviewMessenger'
  | 'tracker'
  | 'actionItemMessenger'
  | 'calendarOf'
  | 'postmortemFiles'
  | 'board'
  | 'folder'
>;

/** The world as that process reaches it: what it shows is noted, and sometimes it does not get through. */
export function monthPorts(month: Month, process: MonthProcess): MonthPorts {
  const world = new World(month, process);
  return {
    caller: monthCaller(month, world),
    webhooks: {
      send: async (webhook, { kind: what, dedupKey: key }, { key: workId }) => {
        const id = escalationId(key.split('-').at(-2) ?? '');
        await world.show({ what, escalationId: id, webhook, key, workId }, undefined, month.webhooksDown);
        return '202 Event processed';
      },
    },
    directory: {
      ...idleDirectory,
      findPerson: async (id) => month.cast.people.find((person) => person.id === id),
      wantsQuiet: async (id, at) => month.dice.chance(0.08, 'quiet', id, at.slice(0, 13)),
      listGroupMembers: async (id) => {
        if (month.isIn(month.slackDown)) {
          throw new DeliveryError({ sort: 'again-later', reason: 'slack_down' });
        }
        return month.cast.groups.get(id) ?? [];
      },
    },
    messenger: {
      ...idleMessenger,
      invite: async () => {},
      setTopic: async () => {},
      postEventLine: async (channel) => ({ channel, key: messageKey('line') }),
      reportFailure: async (personId, { what }, attempt) => {
        month.failures.push({ personId, what, key: attempt.key });
      },
    },
    actionItemMessenger: idleActionItemMessenger,
    calendarOf: calendarsOf([]),
    reviewMessenger: { ...idleReviewMessenger, remindOfDeadline: async () => {} },
    postmortemFiles: { write: () => [] },
    board: idleBoard,
    tracker: undefined,
    folder: undefined,
  };
}

function monthCaller(month: Month, world: World): Caller {
  const about = ({ escalation }: { readonly escalation: Escalation }) => ({
    escalationId: escalation.id,
    shown: escalation.state,
    heldBy: escalation.heldBy,
  });
  const aboutCall = (told: ToldCall) => ({ ...about(told), callId: told.call.id });
  return {
    linkToChannel: (channel) => `https://month.slack.com/archives/${channel}`,
    postEscalation: (channel, told, attempt) =>
      world.post(channel, { what: 'post-escalation', ...about(told) }, attempt),
    refreshEscalation: (_, told) => world.show({ what: 'refresh-escalation', ...about(told) }),
    postStep: async (message, event, attempt) => {
      const id = world.escalationOf(message);
      await world.post(message.channel, { what: 'post-step', escalationId: id, text: event.text }, attempt);
    },
    callPerson: (personId, told, attempt) =>
      world.post(channelOf(personId), { what: 'call-person', personId, ...aboutCall(told) }, attempt, () =>
        hearCall(month, told, personId),
      ),
    callChannel: (channel, told, attempt) =>
      world.post(channel, { what: 'call-channel', ...aboutCall(told) }, attempt, () =>
        hearCall(month, told, undefined),
      ),
    findCall: async (_, { key }) => month.posted.get(key),
    refreshCall: (_, told) => world.show({ what: 'refresh-call', ...aboutCall(told) }),
    tellEnded: async (personId, told, attempt) => {
      await world.post(channelOf(personId), { what: 'tell-ended', personId, ...aboutCall(told) }, attempt);
    },
    postUnreached: async (channel, told, attempt) => {
      const entry = { what: 'post-unreached', ...about(told), callId: told.call.id, text: told.reason } as const;
      await world.post(channel, entry, attempt);
    },
    postUnanswered: (channel, told, attempt) =>
      world.post(channel, { what: 'post-unanswered', ...about(told) }, attempt, () =>
        hearUnanswered(month, told.escalation.id),
      ),
    tellUnanswered: async (personId, told, attempt) => {
      await world.post(channelOf(personId), { what: 'tell-unanswered', personId, ...about(told) }, attempt);
    },
    askStillOnIt: async (personId, told, attempt) => {
      await world.post(channelOf(personId), { what: 'ask-still-on-it', personId, ...about(told) }, attempt, () =>
        hearQuestion(month, told.escalation.id, personId),
      );
    },
  };
}

const channelOf = (person: PersonId) => channelId(`D${person}`);

/** What can go wrong between a process and the world. */
class World {
  readonly #month: Month;
  readonly #process: MonthProcess;

  constructor(month: Month, process: MonthProcess) {
    this.#month = month;
    this.#process = process;
  }

  /** Posts once for each piece of work, as the chat system is asked to. */
  async post(
    channel: ChannelId,
    entry: NewEntry,
    { key, isRepeat }: Attempt,
    heard: () => void = () => {},
  ): Promise<MessageRef> {
    const month = this.#month;
    const earlier = month.posted.get(key);
    if (earlier !== undefined && isRepeat) {
      return earlier;
    }
    const message = { channel, key: messageKey(`${month.posted.size}.${entry.escalationId}`) };
    await this.show(entry, key, month.slackDown, () => {
      month.posted.set(key, message);
      heard();
    });
    return message;
  }

  async show(entry: NewEntry, key?: WorkId, down = this.#month.slackDown, heard: () => void = () => {}): Promise<void> {
    const month = this.#month;
    if (month.isIn(down)) {
      this.#refuse(entry);
      throw new DeliveryError({ sort: 'again-later', reason: 'http_503' });
    }
    const fate = this.#fail(entry, key);
    month.note(entry);
    heard();
    if (month.isCrashDue) {
      month.isCrashDue = false;
      void this.#process.crash();
      await new Promise(() => {});
    }
    if (fate === 'unheard') {
      throw new DeliveryError({ sort: 'again-later', reason: 'request_timeout' });
    }
  }

  escalationOf({ key }: MessageRef) {
    return escalationId(key.split('.').at(-1) ?? '');
  }

  /** Throws where it does not get through; `unheard` where it does, and the answer to it is lost. */
  #fail(entry: NewEntry, key: WorkId | undefined): 'well' | 'unheard' {
    const { what, escalationId: id, personId, webhook } = entry;
    const month = this.#month;
    const tried = `${what}:${id}:${personId ?? webhook ?? ''}`;
    const times = (month.tries.get(tried) ?? 0) + 1;
    month.tries.set(tried, times);
    const roll = month.dice.roll('fate', what, month.indexOf(id), personId ?? webhook ?? '', times);
    if (roll < 0.015) {
      this.#refuse(entry);
      throw new DeliveryError({ sort: 'again-later', reason: 'ratelimited', retryAfterMilliseconds: 30_000 });
    }
    if (roll < 0.02 && times === 1 && ['call-person', 'call-channel', 'trigger'].includes(what)) {
      this.#refuse(entry);
      throw new DeliveryError({ sort: 'never', reason: 'channel_not_found' });
    }
    return roll < 0.035 && (key !== undefined || webhook !== undefined) ? 'unheard' : 'well';
  }

  #refuse({ what, shown: _, ...entry }: NewEntry): void {
    if (entry.webhook !== undefined || entry.callId !== undefined) {
      this.#month.note({ ...entry, what: 'refuse', text: what });
    }
  }
}
