import { z } from 'zod';
import { SECOND } from '../../../src/domain/time.ts';
import type { ManualClock } from '../../../src/sandbox/manual-clock.ts';
import type { Delivered, Reply } from '../webhooks/start-receiver.ts';
import { json, readBodies, startTroubled, type Troubled } from './start-troubled.ts';

const Text = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z
    .array(
      z.union([
        z.strictObject({ type: z.literal('strong') }),
        z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: z.url() }) }),
      ]),
    )
    .optional(),
});
const Paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.array(Text) });
const List = z.strictObject({
  type: z.literal('bulletList'),
  content: z.array(z.strictObject({ type: z.literal('listItem'), content: z.array(Paragraph).min(1) })).min(1),
});

/** https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
const Document = z.strictObject({
  version: z.literal(1),
  type: z.literal('doc'),
  content: z.array(z.union([Paragraph, List])),
});

const Changeable = {
  summary: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[^\n]*$/u),
  description: Document.optional(),
  labels: z.array(z.string().regex(/^\S{1,255}$/u)).optional(),
  duedate: z.iso.date().nullable().optional(),
  assignee: z.strictObject({ accountId: z.string() }).nullable().optional(),
};

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-post */
const NewIssue = z.strictObject({
  fields: z.strictObject({
    project: z.strictObject({ key: z.literal('OPS') }),
    issuetype: z.strictObject({ name: z.literal('Task') }),
    ...Changeable,
  }),
  properties: z.array(z.strictObject({ key: z.string(), value: z.json() })).optional(),
});

const ChangedIssue = z.strictObject({ fields: z.strictObject(Changeable).partial() });

const Moved = z.strictObject({ transition: z.strictObject({ id: z.string() }) });

const Search = z.strictObject({
  jql: z.string(),
  maxResults: z.number().int().max(5_000).optional(),
  nextPageToken: z.string().optional(),
  fields: z.array(z.string()).optional(),
  properties: z.array(z.string()).max(5).optional(),
});

export type StatusName = 'To Do' | 'In Progress' | 'Done' | "Won't Do";

const CATEGORIES: Readonly<Record<StatusName, string>> = {
  'To Do': 'new',
  'In Progress': 'indeterminate',
  Done: 'done',
  "Won't Do": 'done',
};

/** A search finds what was made some seconds after it was. */
const UNTIL_INDEXED = 20 * SECOND;

export interface JiraIssue {
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly status: StatusName;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Jira extends Troubled {
  readonly issues: () => readonly JiraIssue[];
  /** Somebody moves it on the board. */
  moves(key: string, status: StatusName): object;
  deletes(key: string): void;
}

/** A site with one project, in which Ben can be given issues, and whose form has no due date if `isWithoutDueDate`. */
export async function startJira(
  clock: Pick<ManualClock, 'now'>,
  { isWithoutDueDate = false }: { readonly isWithoutDueDate?: boolean } = {},
): Promise<Jira> {
  const issues = new Map<string, JiraIssue>();
  let made = 0;
  /** As Jira writes instants. */
  const stamp = () => clock.now().replace('Z', '+0000');
  const wire = (issue: JiraIssue, properties: readonly string[] = []) => ({
    id: issue.key.replace('OPS-', '1000'),
    key: issue.key,
    fields: {
      ...issue.fields,
      updated: issue.updatedAt,
      resolution: CATEGORIES[issue.status] === 'done' ? { name: issue.status } : null,
      status: { name: issue.status, statusCategory: { id: 1, key: CATEGORIES[issue.status] } },
    },
    ...(properties.length === 0 ? {} : { properties: issue.properties }),
  });
  const change = (issue: JiraIssue, changed: Partial<JiraIssue>) => {
    const now = { ...issue, ...changed, updatedAt: stamp() };
    issues.set(issue.key, now);
    return now;
  };
  const refuseDueDate = (fields: { readonly duedate?: unknown }) =>
    isWithoutDueDate && fields.duedate !== undefined
      ? json(400, {
          errorMessages: [],
          errors: { duedate: "Field 'duedate' cannot be set. It is not on the appropriate screen, or unknown." },
        })
      : undefined;

  function answer({ method, path, headers, body }: Delivered): Reply {
    if (headers.authorization !== `Basic ${Buffer.from('ana@example.com:jira-token').toString('base64')}`) {
      return { status: 401, body: 'Client must be authenticated to access this resource.' };
    }
    const url = new URL(path, 'http://jira');
    const route = url.pathname.replace('/rest/api/3/', '');
    if (route === 'issue' && method === 'POST') {
      return withBody(NewIssue, body, ({ fields, properties = [] }) => {
        const key = `OPS-${++made}`;
        const refused = refuseDueDate(fields);
        if (refused !== undefined) {
          made--;
          return refused;
        }
        const kept = Object.fromEntries(properties.map(({ key: name, value }) => [name, value]));
        const at = stamp();
        issues.set(key, { key, fields, status: 'To Do', createdAt: at, updatedAt: at, properties: kept });
        return json(201, { id: `1000${made}`, key, self: `http://jira/rest/api/3/issue/1000${made}` });
      });
    }
    if (route === 'search/jql' && method === 'POST') {
      return withBody(Search, body, ({ jql, properties }) => {
        const [, field, minutes] = /^project = "OPS" AND (created|updated) >= "-(\d+)m"/u.exec(jql) ?? [];
        if (field === undefined) {
          return json(400, { errorMessages: ['Error in the JQL Query'], errors: {} });
        }
        const since = Date.parse(clock.now()) - Number(minutes) * 60_000;
        const indexed = [...issues.values()].filter(
          ({ createdAt }) => Date.parse(clock.now()) - Date.parse(createdAt) >= UNTIL_INDEXED,
        );
        const found = indexed.filter(
          (issue) => Date.parse(field === 'created' ? issue.createdAt : issue.updatedAt) >= since,
        );
        return json(200, { issues: found.map((issue) => wire(issue, properties)), isLast: true });
      });
    }
    if (route === 'user/assignable/search') {
      const isBen = url.searchParams.get('query') === 'ben@example.com' && url.searchParams.get('project') === 'OPS';
      return json(200, isBen ? [{ accountId: '5b10-ben', displayName: 'Ben', active: true }] : []);
    }
    if (route === 'project/OPS') {
      return json(200, { id: '1', key: 'OPS' });
    }
    const [, key = '', isTransition] = /^issue\/([A-Z]+-\d+)(\/transitions)?$/u.exec(route) ?? [];
    const issue = issues.get(key);
    if (issue === undefined) {
      return json(404, {
        errorMessages: ['Issue does not exist or you do not have permission to see it.'],
        errors: {},
      });
    }
    if (isTransition !== undefined) {
      const ways = (Object.keys(CATEGORIES) as StatusName[]).filter((name) => name !== issue.status);
      if (method === 'GET') {
        const transitions = ways.map((name) => ({
          id: name,
          name: `Move to ${name}`,
          to: { id: name, name, statusCategory: { key: CATEGORIES[name] } },
        }));
        return json(200, { expand: 'transitions', transitions });
      }
      return withBody(Moved, body, ({ transition }) => {
        change(issue, { status: transition.id as StatusName });
        return { status: 204 };
      });
    }
    return method === 'PUT'
      ? withBody(ChangedIssue, body, ({ fields }) => {
          const refused = refuseDueDate(fields);
          if (refused === undefined) {
            change(issue, { fields: { ...issue.fields, ...fields } });
          }
          return refused ?? { status: 204 };
        })
      : json(200, wire(issue));
  }

  const service = await startTroubled(answer);
  const known = (key: string) => {
    const issue = issues.get(key);
    if (issue === undefined) {
      throw new Error(`no issue ${key}`);
    }
    return issue;
  };

  return {
    ...service,
    issues: () => [...issues.values()],
    moves: (key, status) => wire(change(known(key), { status })),
    deletes: (key) => void issues.delete(known(key).key),
  };
}

const withBody = readBodies((issues) =>
  json(400, {
    errorMessages: issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    errors: {},
  }),
);
