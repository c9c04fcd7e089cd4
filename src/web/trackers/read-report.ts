import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { githubClosing, githubKey } from '../../domain/action-items/github-ticket.ts';
import { jiraState } from '../../domain/action-items/jira-closing.ts';
import type { TicketReport } from '../../domain/action-items/ticket.ts';
import type { TrackerPolicy } from '../../domain/policy.ts';
import { type Instant, instant, MINUTE, millisecondsBetween } from '../../domain/time.ts';

/** Undefined of what tells nothing of a ticket's state; a fault says what is not as it must be. */
type ReportReader = (headers: IncomingHttpHeaders, now: Instant) => z.ZodType<TicketReport | undefined>;

/** Jira writes `+0000` where others write `Z`. */
const AnInstant = z
  .union([z.string(), z.number()])
  .refine((told) => !Number.isNaN(new Date(told).getTime()))
  .transform((told): Instant => instant(new Date(told)));

/** How far their clock may be ahead of ours. What is dated later would make old of all that comes before it. */
const AHEAD = 5 * MINUTE;

const Key = z.string().min(1).max(200);

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#issues */
const GithubIssues = z
  .object({
    action: z.string(),
    issue: z.object({ number: z.number(), updated_at: AnInstant, state_reason: z.string().nullish() }),
    repository: z.object({ full_name: z.string() }),
    sender: z.object({ login: z.string() }),
  })
  .transform(({ action, issue, repository, sender }): TicketReport | undefined => {
    const states: Readonly<Record<string, TicketReport['state']>> = {
      closed: githubClosing(issue.state_reason),
      reopened: 'open',
      deleted: 'gone',
      transferred: 'gone',
    };
    const state = states[action];
    const key = githubKey(repository.full_name, issue.number);
    return state && { key, state, at: issue.updated_at, by: sender.login };
  });

/** https://developer.atlassian.com/cloud/jira/platform/webhooks/ */
const JiraEvent = z
  .object({
    webhookEvent: z.string(),
    timestamp: AnInstant,
    user: z.object({ displayName: z.string() }).nullish(),
    issue: z
      .object({
        key: Key,
        fields: z.object({
          updated: AnInstant.nullish(),
          status: z.object({ statusCategory: z.object({ key: z.string() }) }),
          resolution: z.object({ name: z.string() }).nullish(),
        }),
      })
      .nullish(),
  })
  .transform(({ webhookEvent, timestamp, user, issue }): TicketReport | undefined => {
    if (issue == null || !/^jira:issue_(?:updated|deleted)$/u.test(webhookEvent)) {
      return undefined;
    }
    const { key, fields } = issue;
    return {
      key,
      state: webhookEvent === 'jira:issue_deleted' ? 'gone' : jiraState(fields),
      at: fields.updated ?? timestamp,
      by: user?.displayName,
    };
  });

/** Our own, which docs/trackers.md describes. */
const OwnReport = z.object({
  key: z.union([z.string(), z.number()]).transform(String).pipe(Key),
  status: z.enum(['open', 'done', 'wont-do', 'gone']),
  at: AnInstant,
  by: z.string().max(200).optional(),
});

const readers: Readonly<Record<TrackerPolicy['format'], ReportReader>> = {
  github: (headers) => (headers['x-github-event'] === 'issues' ? GithubIssues : z.unknown().transform(() => undefined)),
  jira: () => JiraEvent,
  webhook: (_, now) =>
    OwnReport.refine(({ at }) => millisecondsBetween(now, at) <= AHEAD, {
      path: ['at'],
      message: 'That is yet to come.',
    }).transform(({ status, by, ...report }) => ({ ...report, state: status, by })),
};

export function readReport(
  format: TrackerPolicy['format'],
  { headers, json }: { readonly headers: IncomingHttpHeaders; readonly json: unknown },
  now: Instant,
): z.ZodSafeParseResult<TicketReport | undefined> {
  return readers[format](headers, now).safeParse(json);
}
