import { z } from 'zod';
import { githubClosing, githubKey } from '../domain/action-items/github-ticket.ts';
import type { Ticket, TicketChange, TicketReport } from '../domain/action-items/ticket.ts';
import type { TrackerPolicy } from '../domain/policy.ts';
import { addMilliseconds, type Instant, instant, MINUTE, SECOND } from '../domain/time.ts';
import { cut, plainLine } from '../http/plain-text.ts';
import type { Attempt } from '../use-cases/messenger.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import type {
  ChangedSince,
  HeardTicket,
  MadeTicket,
  ReportPage,
  TicketContent,
  Tracker,
} from '../use-cases/tracker-port.ts';
import { assigneesOf, type Place } from './github-assignees.ts';
import { githubBody, markerOf, rewriteBody } from './github-body.ts';
import { GithubClient, type TrackerSystem } from './github-client.ts';
import { makeOnce } from './make-once.ts';

export interface GithubOptions {
  readonly policy: Extract<TrackerPolicy, { format: 'github' }>;
  readonly token: string;
  readonly pollEveryMilliseconds: number;
  readonly system: TrackerSystem;
}

/** https://docs.github.com/en/rest/issues/issues */
const Issue = z.object({
  number: z.number(),
  html_url: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']),
  state_reason: z.string().nullish(),
  updated_at: z.string().transform((text) => instant(new Date(text))),
  pull_request: z.unknown().optional(),
});

type Issue = z.output<typeof Issue>;

const LONGEST_TITLE = 256;
const PER_PAGE = 100;
/** Deleted, not there, moved. */
const GONE = [301, 307, 404, 410];
/** What their clock and ours may disagree about. */
const SKEW = 5 * MINUTE;

export function createGithub({ policy, token, pollEveryMilliseconds, system }: GithubOptions): Tracker {
  const github = new GithubClient({ apiUrl: policy.apiUrl, token, system });
  const [owner = '', repo = ''] = policy.repository.split('/');
  const here = { owner, repo };
  return {
    kind: 'github',
    name: 'GitHub',
    create: (content, attempt) =>
      makeOnce(attempt, system.clock, () => create({ github, here, policy }, content, attempt)),
    update: (ticket, change, content) => update({ github, system }, ticket, change, content),
    polling: {
      everyMilliseconds: pollEveryMilliseconds,
      listChanged: (stretch) => listChanged({ github, here, policy }, stretch),
    },
  };
}

interface Repository {
  readonly github: GithubClient;
  readonly here: Place;
  readonly policy: GithubOptions['policy'];
}

async function create(repository: Repository, content: TicketContent, attempt: Attempt): Promise<MadeTicket> {
  const { github, here, policy } = repository;
  const made = attempt.isRepeat ? await findMade(repository, content, attempt.since) : undefined;
  const issue =
    made ??
    (await github.call(Issue, 'POST /repos/{owner}/{repo}/issues', {
      ...here,
      title: titleOf(content),
      body: githubBody(content),
      labels: policy.labels,
      assignees: await assigneesOf(github, here, content.owner),
    }));
  return { key: githubKey(policy.repository, issue.number), url: issue.html_url, ...heardOf(issue) };
}

/** Of those that were touched since an earlier attempt, the one that bears our mark. */
async function findMade(
  { github, here }: Repository,
  content: TicketContent,
  since: Instant,
): Promise<Issue | undefined> {
  for (let page = 1; ; page++) {
    const issues = await github.call(z.array(Issue), 'GET /repos/{owner}/{repo}/issues', {
      ...here,
      state: 'all',
      since: addMilliseconds(since, -SKEW),
      per_page: PER_PAGE,
      page,
    });
    const found = issues.find(({ body }) => body?.includes(markerOf(content)));
    if (found !== undefined || issues.length < PER_PAGE) {
      return found;
    }
  }
}

async function update(
  { github, system }: Pick<Repository, 'github'> & { readonly system: TrackerSystem },
  ticket: Ticket,
  { fields, status }: TicketChange,
  content: TicketContent,
): Promise<HeardTicket> {
  const issue = placeOf(ticket);
  const current = await github.ask(Issue, GONE, 'GET /repos/{owner}/{repo}/issues/{issue_number}', issue);
  if (current === undefined) {
    return gone(github, issue, system);
  }
  const body = rewriteBody(current.body ?? '', content);
  const changed = await github.ask(Issue, GONE, 'PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
    ...issue,
    ...(fields.has('title') ? { title: titleOf(content) } : {}),
    ...(body === current.body ? {} : { body }),
    ...(fields.has('owner') ? { assignees: await assigneesOf(github, issue, content.owner) } : {}),
    ...stateOf(status),
  });
  return changed === undefined ? gone(github, issue, system) : heardOf(changed);
}

function stateOf(status: TicketChange['status']): object {
  switch (status) {
    case undefined:
      return {};
    case 'open':
      return { state: 'open' };
    case 'done':
      return { state: 'closed', state_reason: 'completed' };
    case 'wont-do':
      return { state: 'closed', state_reason: 'not_planned' };
  }
}

/** The same answer says that an issue is gone and that we may not see its repository any more. */
async function gone(github: GithubClient, { owner, repo }: Place, { clock }: TrackerSystem): Promise<HeardTicket> {
  await github.call(z.object({ id: z.number() }), 'GET /repos/{owner}/{repo}', { owner, repo });
  return { state: 'gone', heardAt: clock.now() };
}

async function listChanged({ github, here, policy }: Repository, { since, cursor }: ChangedSince): Promise<ReportPage> {
  const from = cursor ?? since;
  const issues = await github.call(z.array(Issue), 'GET /repos/{owner}/{repo}/issues', {
    ...here,
    state: 'all',
    since: from,
    sort: 'updated',
    direction: 'asc',
    per_page: PER_PAGE,
  });
  const last = issues.at(-1)?.updated_at;
  const reports = issues
    .filter((issue) => issue.pull_request === undefined)
    .map((issue): TicketReport => {
      const { state, heardAt: at } = heardOf(issue);
      return { key: githubKey(policy.repository, issue.number), state, at, by: undefined };
    });
  // Numbered pages shift while they are read; instants do not.
  const next = last === undefined || last > from ? last : addMilliseconds(last, SECOND);
  return { reports, nextCursor: issues.length < PER_PAGE ? undefined : next };
}

function heardOf({ state, state_reason: reason, updated_at: heardAt }: Issue): HeardTicket {
  return { state: state === 'open' ? 'open' : githubClosing(reason), heardAt };
}

function titleOf({ title }: TicketContent): string {
  return cut(plainLine(title), LONGEST_TITLE);
}

/** Where it was made, whatever repository the policy names today. */
function placeOf({ key }: Ticket): Place & { readonly issue_number: number } {
  const [, owner, repo, number] = /^([^/]+)\/([^#]+)#(\d+)$/u.exec(key) ?? [];
  if (owner === undefined || repo === undefined) {
    throw new DeliveryError({ sort: 'never', reason: 'ticket_unknown' });
  }
  return { owner, repo, issue_number: Number(number) };
}
