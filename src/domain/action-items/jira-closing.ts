import type { TicketState } from './ticket.ts';

/** What Jira's resolutions, which each site names as it likes, say of an issue in a status of the category *done*. */
export function jiraClosing(name: string | null | undefined): Extract<TicketState, 'done' | 'wont-do'> {
  return /won['’]?t|cancel|declin|reject|duplicate|cannot reproduce|obsolete|not planned/iu.test(name ?? '')
    ? 'wont-do'
    : 'done';
}
