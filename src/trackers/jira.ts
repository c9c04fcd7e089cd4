import { z } from 'zod';
import type { ActionItemStatus } from '../domain/action-items/action-item.ts';
import { isClosed, type Ticket, type TicketChange, type TicketReport } from '../domain/action-items/ticket.ts';
import type { TrackerPolicy } from '../domain/policy.ts';
import { type Instant, MINUTE, millisecondsBetween } from '../domain/time.ts';
import { cut, plainLine } from '../http/plain-text.ts';
import type { Attempt } from '../use-cases/messenger.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import type {
  ChangedSince,
  HeardTicket,
  MadeTicket,
  ReportPage,
  TicketContent,
  TicketOwner,
  Tracker,
} from '../use-cases/tracker-port.ts';
import type { TrackerSystem } from './github-client.ts';
import { JiraClient } from './jira-client.ts';
import { jiraDocument } from './jira-document.ts';
import { heardOf, ISSUE_FIELDS, Issue, PROPERTY } from './jira-issue.ts';
import { chooseTransition, Transitions } from './jira-transition.ts';
import { makeOnce } from './make-once.ts';

export interface JiraOptions {
  readonly policy: Extract<TrackerPolicy, { format: 'jira' }>;
  readonly user: string;
  readonly token: string;
  readonly pollEveryMilliseconds: number;
  readonly system: TrackerSystem;
}

interface Project {
  readonly jira: JiraClient;
  readonly policy: JiraOptions['policy'];
  readonly system: TrackerSystem;
}

const LONGEST_SUMMARY = 255;
const PER_PAGE = 100;
const GONE = [404, 410];

export function createJira({ policy, user, token, pollEveryMilliseconds, system }: JiraOptions): Tracker {
  const jira = new JiraClient({ site: policy.site, user, token, system });
  const project = { jira, policy, system };
  return {
    kind: 'jira',
    name: 'Jira',
    create: (content, attempt) => makeOnce(attempt, system.clock, () => create(project, content, attempt)),
    update: (ticket, change, content) => update(project, ticket, change, content),
    polling: {
      everyMilliseconds: pollEveryMilliseconds,
      listChanged: (stretch) => listChanged(project, stretch),
    },
  };
}

async function create(project: Project, content: TicketContent, attempt: Attempt): Promise<MadeTicket> {
  const { jira, policy } = project;
  const made = attempt.isRepeat ? await findMade(project, content, attempt.since) : undefined;
  const key = made?.key ?? (await make(project, content));
  const issue = made ?? (await jira.call(Issue, 'GET', `issue/${key}?fields=${ISSUE_FIELDS.join()}`));
  return { key, url: `${policy.site}/browse/${key}`, ...heardOf(issue) };
}

async function make({ jira, policy }: Project, content: TicketContent): Promise<string> {
  const needed = {
    project: { key: policy.project },
    issuetype: { name: policy.issueType },
    summary: summaryOf(content),
  };
  const wished = {
    description: jiraDocument(content),
    labels: policy.labels,
    ...dueDate(content),
    ...(await assignee({ jira, policy }, content.owner)),
  };
  const properties = [{ key: PROPERTY, value: { actionItem: content.actionItemId } }];
  const made = await jira.write(z.object({ key: z.string() }), 'POST', 'issue', { needed, wished, properties });
  return made.key;
}

/** Of those that were made since an earlier attempt, the one that is of this item. */
async function findMade({ jira, policy, system }: Project, content: TicketContent, since: Instant) {
  const jql = `project = "${policy.project}" AND created >= "-${minutesSince(since, system.clock.now())}m"`;
  for (let token: string | undefined; ; ) {
    const page = await jira.search({ jql, nextPageToken: token, maxResults: PER_PAGE });
    const found = page.issues.find(({ properties }) => properties?.[PROPERTY]?.actionItem === content.actionItemId);
    if (found !== undefined || page.nextPageToken === undefined) {
      return found;
    }
    token = page.nextPageToken;
  }
}

async function update(
  project: Project,
  ticket: Ticket,
  { fields, status }: TicketChange,
  content: TicketContent,
): Promise<HeardTicket> {
  const { jira, system } = project;
  const path = `issue/${encodeURIComponent(ticket.key)}`;
  const current = await jira.ask(Issue, GONE, 'GET', `${path}?fields=${ISSUE_FIELDS.join()}`);
  if (current === undefined) {
    // The same answer says that we may not see the project any more.
    await jira.call(z.object({ key: z.string() }), 'GET', `project/${project.policy.project}`);
    return { state: 'gone', heardAt: system.clock.now() };
  }
  if (current.key !== ticket.key) {
    // Moved to another project, whose changes nobody tells us.
    return { state: 'gone', heardAt: current.fields.updated };
  }
  const wished = {
    ...(fields.has('title') ? { summary: summaryOf(content) } : {}),
    ...(fields.has('dueOn') ? { duedate: content.dueOn ?? null } : {}),
    ...(fields.has('owner') ? await assignee(project, content.owner, null) : {}),
  };
  if (Object.keys(wished).length > 0) {
    await jira.write(z.unknown(), 'PUT', path, { needed: {}, wished, properties: undefined });
  }
  if (status === undefined || isClosed(heardOf(current).state) === isClosed(status)) {
    return heardOf(current);
  }
  await move(jira, path, status);
  return heardOf(await jira.call(Issue, 'GET', `${path}?fields=${ISSUE_FIELDS.join()}`));
}

async function move(jira: JiraClient, path: string, status: ActionItemStatus): Promise<void> {
  const { transitions } = await jira.call(Transitions, 'GET', `${path}/transitions`);
  const way = chooseTransition(transitions, status);
  if (way === undefined) {
    throw new DeliveryError({ sort: 'never', reason: 'ticket_without_way' });
  }
  await jira.call(z.unknown(), 'POST', `${path}/transitions`, { transition: { id: way.id } });
}

async function listChanged({ jira, policy }: Project, { since, now, cursor }: ChangedSince): Promise<ReportPage> {
  const jql = `project = "${policy.project}" AND updated >= "-${minutesSince(since, now)}m" ORDER BY updated ASC`;
  const page = await jira.search({ jql, nextPageToken: cursor, maxResults: PER_PAGE });
  const reports = page.issues.map((issue): TicketReport => {
    const { state, heardAt: at } = heardOf(issue);
    return { key: issue.key, state, at, by: undefined };
  });
  return { reports, nextCursor: page.nextPageToken };
}

/** JQL reads dates in the zone of whoever asks, so that only what lies so long ago is said alike everywhere. */
function minutesSince(since: Instant, now: Instant): number {
  return Math.max(1, Math.ceil(millisecondsBetween(since, now) / MINUTE) + 1);
}

function dueDate({ dueOn }: TicketContent): object {
  return dueOn === undefined ? {} : { duedate: dueOn };
}

async function assignee(
  { jira, policy }: Pick<Project, 'jira' | 'policy'>,
  owner: TicketOwner | undefined,
  nobody?: null,
): Promise<object> {
  const none = nobody === undefined ? {} : { assignee: nobody };
  if (owner?.email === undefined) {
    return none;
  }
  const query = new URLSearchParams({ project: policy.project, query: owner.email, maxResults: '2' });
  const People = z.array(z.object({ accountId: z.string() }));
  const [person, ...others] = await jira.call(People, 'GET', `user/assignable/search?${query}`);
  return person === undefined || others.length > 0 ? none : { assignee: { accountId: person.accountId } };
}

function summaryOf({ title }: TicketContent): string {
  return cut(plainLine(title), LONGEST_SUMMARY);
}
