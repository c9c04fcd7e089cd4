import { z } from 'zod';
import {
  type ChannelId,
  type GroupId,
  groupId,
  type MessageRef,
  type PersonId,
  personId,
  type TeamId,
} from '../domain/ids.ts';
import { awayUntil } from '../domain/people/away.ts';
import type { Person } from '../domain/people/person.ts';
import { type Instant, SECOND, timeZone, toMilliseconds } from '../domain/time.ts';
import type { StandingReaction } from '../domain/timeline/reconcile-tags.ts';
import type { Directory, HistoryPage, PeoplePage, ReadMessage, Stretch, ToldMessage } from '../use-cases/directory.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import { lookUpTokenNames } from './look-up-token-names.ts';
import { readHistory, readReactions } from './read-history.ts';
import type { SlackClient } from './slack-client.ts';
import type { SlackFiles } from './slack-files.ts';
import { commandIn } from './text/command-in.ts';
import { isTombstone, messageContent } from './text/message-content.ts';
import { messageFiles } from './text/message-files.ts';
import { nameTokens, type TokenNames } from './text/name-tokens.ts';
import { permalink } from './text/permalink.ts';
import { mentionedPeople, readMarkup, readMentions } from './text/read-markup.ts';
import { readStatus, type SlackStatus } from './text/read-status.ts';
import type { OurNames } from './text/said-message.ts';
import { instantOfTimestamp } from './text/slack-time.ts';

/** What we read of a user, as a look-up or an event gives it. */
export interface SlackUser extends SlackStatus {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly real_name?: string | undefined;
  readonly tz?: string | undefined;
  readonly locale?: string | undefined;
  readonly is_bot?: boolean | undefined;
  readonly deleted?: boolean | undefined;
  readonly is_admin?: boolean | undefined;
  readonly is_owner?: boolean | undefined;
  readonly profile?:
    | (SlackStatus['profile'] & {
        readonly display_name?: string | undefined;
        readonly real_name?: string | undefined;
      })
    | undefined;
}

interface OurWorkspace extends OurNames {
  readonly teamId: TeamId;
  readonly url: string;
}

const Author = z.object({ user: z.string().nullish(), bot_id: z.string().nullish(), thread_ts: z.string().nullish() });

/** Slack advises 200 at most: https://docs.slack.dev/reference/methods/users.list */
const PEOPLE_PER_PAGE = 200;

/** Looks up people, groups and messages in Slack. */
export class SlackDirectory implements Directory {
  readonly #client: SlackClient;
  readonly #files: SlackFiles;
  readonly #workspace: OurWorkspace;

  constructor(client: SlackClient, files: SlackFiles, workspace: OurWorkspace) {
    this.#client = client;
    this.#files = files;
    this.#workspace = workspace;
  }

  async findPerson(id: PersonId): Promise<Person | undefined> {
    const found = await this.#client.call('users.info', (web) => web.users.info({ user: id, include_locale: true }), [
      'user_not_found',
      'user_not_visible',
    ]);
    return found?.user === undefined ? undefined : toPerson(found.user, this.#workspace.teamId);
  }

  async findEmail(id: PersonId): Promise<string | undefined> {
    const found = await this.#client.call('users.info', (web) => web.users.info({ user: id }), [
      'user_not_found',
      'user_not_visible',
    ]);
    return found?.user?.profile?.email || undefined;
  }

  async listPeople(cursor: string | undefined): Promise<PeoplePage> {
    const page = await this.#client.call('users.list', (web) =>
      web.users.list({ limit: PEOPLE_PER_PAGE, include_locale: true, ...(cursor === undefined ? {} : { cursor }) }),
    );
    return {
      people: (page?.members ?? []).map((member) => toPerson(member, this.#workspace.teamId)),
      nextCursor: page?.response_metadata?.next_cursor || undefined,
    };
  }

  async wantsQuiet(id: PersonId, at: Instant): Promise<boolean> {
    const info = await this.#client.call('dnd.info', (web) => web.dnd.info({ user: id }));
    const { dnd_enabled: isOn = false, next_dnd_start_ts: start = 0, next_dnd_end_ts: end = 0 } = info ?? {};
    const seconds = toMilliseconds(at) / SECOND;
    return isOn && start <= seconds && seconds < end;
  }

  async listGroupMembers(id: GroupId): Promise<readonly PersonId[]> {
    const listed = await this.#client.call('usergroups.users.list', (web) =>
      web.usergroups.users.list({ usergroup: id }),
    );
    return (listed?.users ?? []).map(personId);
  }

  async listGroupHandles(): Promise<ReadonlyMap<GroupId, string>> {
    const listed = await this.#client.call('usergroups.list', (web) => web.usergroups.list());
    return new Map((listed?.usergroups ?? []).map(({ id = '', handle = '' }) => [groupId(id), handle]));
  }

  async findChannelName(id: ChannelId): Promise<string | undefined> {
    const found = await this.#client.call('conversations.info', (web) => web.conversations.info({ channel: id }), [
      'channel_not_found',
    ]);
    return found?.channel?.name || undefined;
  }

  async readMessage(message: MessageRef): Promise<ReadMessage | undefined> {
    // `conversations.replies` finds a message of the channel as well as a reply in a thread, by the message's own ts.
    const page = await this.#client.call(
      'conversations.replies',
      (web) =>
        web.conversations.replies({
          channel: message.channel,
          ts: message.key,
          latest: message.key,
          inclusive: true,
          limit: 1,
        }),
      ['thread_not_found', 'message_not_found'],
    );
    const found = page?.messages?.find(({ ts }) => ts === message.key);
    return found === undefined || isTombstone(found) ? undefined : this.readTold(message, { ...found });
  }

  async readTold(message: MessageRef, told: ToldMessage): Promise<ReadMessage> {
    const { user, bot_id, thread_ts } = Author.parse(told);
    const { source: said } = messageContent(told);
    const markup = nameTokens(said, await this.#tokenNames(said));
    const names = await this.#names(markup);
    return {
      text: readMarkup(markup, names),
      mentions: readMentions(markup, names),
      source: said,
      saidBy: user == null ? undefined : personId(user),
      isOurs: bot_id === this.#workspace.botId,
      at: instantOfTimestamp(message.key),
      permalink: permalink(this.#workspace.url, message, thread_ts ?? undefined),
      files: messageFiles(told),
    };
  }

  readHistory(stretch: Stretch): Promise<HistoryPage | undefined> {
    return readHistory(this.#client, this.#workspace, stretch);
  }

  readReactions(message: MessageRef): Promise<readonly StandingReaction[] | undefined> {
    return readReactions(this.#client, message);
  }

  isCommand(source: string): boolean {
    return commandIn(source, this.#workspace.botUserId) !== undefined;
  }

  readFile(address: string, mostBytes: number): Promise<Uint8Array> {
    return this.#files.download(address, mostBytes);
  }

  /** A message counts without the names that Slack will not tell. */
  async #tokenNames(markup: string): Promise<TokenNames> {
    try {
      return await lookUpTokenNames(this, markup);
    } catch (fault) {
      if (fault instanceof DeliveryError && fault.sort === 'never') {
        return { groups: new Map(), channels: new Map() };
      }
      throw fault;
    }
  }

  async #names(markup: string): Promise<ReadonlyMap<PersonId, Person>> {
    const names = new Map<PersonId, Person>();
    for (const id of new Set(mentionedPeople(markup))) {
      const person = await this.findPerson(id);
      if (person !== undefined) {
        names.set(id, person);
      }
    }
    return names;
  }
}

export function toPerson(user: SlackUser, teamId: TeamId): Person {
  if (user.id === undefined) {
    throw new DeliveryError({ sort: 'never', reason: 'user_without_id' });
  }
  const zone = timeZone(user.tz);
  const locale = user.locale || undefined;
  const names = [user.profile?.display_name, user.profile?.real_name, user.real_name, user.name];
  return {
    id: personId(user.id),
    teamId,
    name: names.find((name) => name !== undefined && name !== '') ?? 'somebody',
    timeZone: zone,
    locale,
    isBot: user.is_bot ?? false,
    isDeactivated: user.deleted ?? false,
    isAdmin: user.is_admin === true || user.is_owner === true,
    awayUntil: awayUntil(readStatus(user), { zone, locale }),
  };
}
