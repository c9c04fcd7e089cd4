import type { TicketState } from './ticket.ts';

/** What Jira's resolutions, which each site names as it likes, say of an issue in a status of the category *done*. */
export function jiraClosing(name: string | null | undefined): Extract<TicketState, 'done' | 'wont-do'> {
  return /won['’]?t|cancel|declin|reject|duplicate|cannot reproduce|obsolete|not planned/iu.test(name ?? '')
    ? 'wont-do'
    : 'done';
}

export interface JiraFields {
  readonly status: { readonly statusCategory: { readonly key: string } };
  readonly resolution?: { readonly name: string } | null | undefined;
}

export function jiraState({ status, resolution }: JiraFields): Exclude<TicketState, 'gone'> {
  return status.statusCategory.key === 'done' ? jiraClosing(resolution?.name) : 'open';
}
