import { z } from 'zod';
import type { ManualClock } from '../../../src/sandbox/manual-clock.ts';
import type { Delivered, Reply } from '../webhooks/start-receiver.ts';
import { json, readBodies, startTroubled, type Troubled } from './start-troubled.ts';

/** After GitHub's OpenAPI description, `issues/create`. */
const NewIssue = z.strictObject({
  title: z.string().min(1).max(256),
  body: z.string().max(65_536).optional(),
  labels: z.array(z.string().max(50)).optional(),
  assignees: z.array(z.string()).optional(),
});

/** `issues/update` */
const ChangedIssue = z.strictObject({
  title: z.string().min(1).max(256).optional(),
  body: z.string().max(65_536).nullable().optional(),
  assignees: z.array(z.string()).optional(),
  state: z.enum(['open', 'closed']).optional(),
  state_reason: z.enum(['completed', 'not_planned', 'duplicate', 'reopened']).nullable().optional(),
});

export interface GithubIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly state: 'open' | 'closed';
  readonly state_reason: string | null;
  readonly labels: readonly { readonly name: string }[];
  readonly assignees: readonly { readonly login: string }[];
  readonly created_at: string;
  readonly updated_at: string;
  readonly html_url: string;
}

export interface Github extends Troubled {
  /** By the people of that service themselves. */
  changes(number: number, change: Partial<GithubIssue>): GithubIssue;
  /** Deleted: its number answers 410 from now on. */
  deletes(number: number): void;
  issues(): readonly GithubIssue[];
}

const TOKEN = 'ghp_token';
const REPOSITORY = 'acme/infra';

/** An account that shows the mail address of one person, `ben@example.com`, who may be given issues. */
export async function startGithub(clock: Pick<ManualClock, 'now'>): Promise<Github> {
  const issues = new Map<number, GithubIssue>();
  const deleted = new Set<number>();

  const stamp = () => clock.now().replace(/\.\d+Z$/u, 'Z');
  const create = (asked: z.output<typeof NewIssue>): GithubIssue => {
    const number = issues.size + deleted.size + 1;
    const issue: GithubIssue = {
      number,
      title: asked.title,
      body: asked.body ?? null,
      state: 'open',
      state_reason: null,
      labels: (asked.labels ?? []).map((name) => ({ name })),
      assignees: (asked.assignees ?? []).map((login) => ({ login })),
      created_at: stamp(),
      updated_at: stamp(),
      html_url: `https://github.com/${REPOSITORY}/issues/${number}`,
    };
    issues.set(number, issue);
    return issue;
  };
  const change = (issue: GithubIssue, { assignees, ...asked }: z.output<typeof ChangedIssue>): GithubIssue => {
    const reason = asked.state === 'open' ? 'reopened' : (asked.state_reason ?? 'completed');
    const changed: GithubIssue = {
      ...issue,
      ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)),
      // Ignored unless the state changes with it.
      state_reason: asked.state === undefined || asked.state === issue.state ? issue.state_reason : reason,
      ...(assignees === undefined ? {} : { assignees: assignees.map((login) => ({ login })) }),
      updated_at: stamp(),
    };
    issues.set(issue.number, changed);
    return changed;
  };

  function answer({ method, path, headers, body }: Delivered): Reply {
    if (headers.authorization !== `token ${TOKEN}`) {
      return json(401, { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest' });
    }
    const url = new URL(path, 'http://github');
    const query = url.searchParams;
    const [, rest] = new RegExp(`^/repos/${REPOSITORY}(/.*)?$`, 'iu').exec(url.pathname) ?? [undefined, undefined];
    const isRepository = url.pathname.toLowerCase().startsWith(`/repos/${REPOSITORY}`);
    if (url.pathname === '/search/users') {
      const items = query.get('q') === 'ben@example.com in:email' ? [{ login: 'octoben', id: 7 }] : [];
      return json(200, { total_count: items.length, incomplete_results: false, items });
    }
    if (!isRepository) {
      return json(404, { message: 'Not Found' });
    }
    if (rest === undefined) {
      return json(200, { id: 1, full_name: REPOSITORY });
    }
    const [, login] = /^\/assignees\/([^/]+)$/u.exec(rest) ?? [];
    if (login !== undefined) {
      return login === 'octoben' ? { status: 204 } : json(404, { message: 'Not Found' });
    }
    if (rest === '/issues' && method === 'POST') {
      return withBody(NewIssue, body, (asked) => json(201, create(asked)));
    }
    if (rest === '/issues') {
      const since = query.get('since') ?? '';
      const found = [...issues.values()].filter(({ updated_at }) => Date.parse(updated_at) >= Date.parse(since));
      const sorted = found.toSorted((a, b) => Date.parse(a.updated_at) - Date.parse(b.updated_at));
      const size = Number(query.get('per_page') ?? 30);
      const first = (Number(query.get('page') ?? 1) - 1) * size;
      return json(200, sorted.slice(first, first + size));
    }
    const number = Number(/^\/issues\/(\d+)$/u.exec(rest)?.[1]);
    const issue = issues.get(number);
    if (issue === undefined) {
      return deleted.has(number)
        ? json(410, { message: 'This issue was deleted' })
        : json(404, { message: 'Not Found' });
    }
    return method === 'PATCH'
      ? withBody(ChangedIssue, body, (asked) => json(200, change(issue, asked)))
      : json(200, issue);
  }

  const service = await startTroubled(answer);

  return {
    ...service,
    changes: (number, changed) => {
      const issue = issues.get(number);
      if (issue === undefined) {
        throw new Error(`no issue ${number}`);
      }
      const now = { ...issue, ...changed, updated_at: stamp() };
      issues.set(number, now);
      return now;
    },
    deletes: (number) => {
      issues.delete(number);
      deleted.add(number);
    },
    issues: () => [...issues.values()],
  };
}

const withBody = readBodies((issues) =>
  json(422, { message: 'Validation Failed', errors: issues.map(({ message }) => message) }),
);
