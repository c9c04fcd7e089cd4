import { z } from 'zod';
import type { TrackerPolicy } from '../domain/policy.ts';
import { choice, webUrl } from './scalars.ts';

const Keys = z.strictObject(
  {
    format: choice(['github', 'jira', 'webhook']),
    create: choice(['always', 'on-demand']).optional(),
    labels: z
      .array(
        z.string('Write labels without blanks, such as [incident, follow-up].').regex(/^[^\s,]{1,50}$/u),
        'Write labels without blanks, such as [incident, follow-up].',
      )
      .optional(),
    repository: z
      .string('Write the owner and the name of one repository, such as acme/infra.')
      .regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/u)
      .optional(),
    api_url: webUrl('https://github.example.com/api/v3').optional(),
    site: webUrl('https://acme.atlassian.net').optional(),
    project: z
      .string('Write the key of one project in Jira, in capitals, such as OPS.')
      .regex(/^[A-Z][A-Z0-9_]{1,254}$/u)
      .optional(),
    issue_type: z.string('Write the name of one kind of issue, such as Task.').regex(/\S/u).optional(),
    url: webUrl('https://example.com/tickets').optional(),
  },
  'Write format, and what else it needs, below tracker.',
);

type Written = z.output<typeof Keys>;

const NEEDS = {
  github: { repository: 'with the owner and the name of a repository, such as acme/infra' },
  jira: {
    site: 'with the address of your Jira, such as https://acme.atlassian.net',
    project: 'with the key of a project, such as OPS',
  },
  webhook: { url: 'with the web address that takes the signed calls' },
} as const satisfies Record<Written['format'], Partial<Record<keyof Written, string>>>;

const ALLOWS: Readonly<Record<Written['format'], readonly (keyof Written)[]>> = {
  github: ['repository', 'api_url'],
  jira: ['site', 'project', 'issue_type'],
  webhook: ['url'],
};

const OF_ALL: readonly string[] = ['format', 'create', 'labels'];

/** The tracker in which action items live as tickets. */
export const TrackerKeys = Keys.transform((written, context): TrackerPolicy => {
  const { format } = written;
  for (const [key, how] of Object.entries(NEEDS[format])) {
    if (written[key as keyof Written] === undefined) {
      context.addIssue(`Add the line ${key}: ${how}.`);
    }
  }
  for (const key of Object.keys(written)) {
    if (!OF_ALL.includes(key) && !ALLOWS[format].includes(key as keyof Written)) {
      context.addIssue(`Delete the line ${key}: a tracker of the format ${format} has none.`);
    }
  }
  const { create = 'on-demand', labels = ['faultline'] } = written;
  const { repository = '', api_url = 'https://api.github.com', site = '', project = '', url = '' } = written;
  switch (format) {
    case 'github':
      return { format, create, labels, repository, apiUrl: withoutSlash(api_url) };
    case 'jira':
      return { format, create, labels, site: withoutSlash(site), project, issueType: written.issue_type ?? 'Task' };
    case 'webhook':
      return { format, create, labels, url };
  }
});

function withoutSlash(url: string): string {
  return url.replace(/\/+$/u, '');
}
