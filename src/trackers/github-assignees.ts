import { z } from 'zod';
import type { TicketOwner } from '../use-cases/tracker-port.ts';
import type { GithubClient } from './github-client.ts';

/** A repository. */
export interface Place {
  readonly owner: string;
  readonly repo: string;
}

/** Only people who show their mail address there, and may be given issues of the repository. */
export async function assigneesOf(github: GithubClient, { owner, repo }: Place, of: TicketOwner | undefined) {
  if (of?.email === undefined) {
    return [];
  }
  const found = await github.ask(
    z.object({ items: z.array(z.object({ login: z.string() })) }),
    [422],
    'GET /search/users',
    { q: `${of.email} in:email`, per_page: 2 },
  );
  const [person, ...others] = found?.items ?? [];
  if (person === undefined || others.length > 0) {
    return [];
  }
  const mayBe = await github.ask(
    z.unknown().transform(() => true),
    [404],
    'GET /repos/{owner}/{repo}/assignees/{assignee}',
    {
      owner,
      repo,
      assignee: person.login,
    },
  );
  return mayBe === undefined ? [] : [person.login];
}
