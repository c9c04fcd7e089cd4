import type { TicketState } from './ticket.ts';

/** GitHub knows a repository in whatever case it is written, and says its name in one of its own. */
export function githubKey(repository: string, issue: number): string {
  return `${repository.toLowerCase()}#${issue}`;
}

/** What the reason for which an issue was closed says of it. */
export function githubClosing(reason: string | null | undefined): Extract<TicketState, 'done' | 'wont-do'> {
  return reason === 'not_planned' || reason === 'duplicate' ? 'wont-do' : 'done';
}
