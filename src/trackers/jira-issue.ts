import { z } from 'zod';
import { jiraState } from '../domain/action-items/jira-closing.ts';
import { instant } from '../domain/time.ts';
import type { HeardTicket } from '../use-cases/tracker-port.ts';

/** All that we ask of an issue. */
export const ISSUE_FIELDS = ['status', 'resolution', 'updated'];

/** Under which an issue keeps which action item it is of. */
export const PROPERTY = 'faultline';

export const Issue = z.object({
  key: z.string(),
  fields: z.object({
    status: z.object({ statusCategory: z.object({ key: z.string() }) }),
    resolution: z.object({ name: z.string() }).nullish(),
    updated: z.string().transform((text) => instant(new Date(text))),
  }),
  properties: z.object({ [PROPERTY]: z.object({ actionItem: z.string() }).optional().catch(undefined) }).optional(),
});

export type Issue = z.output<typeof Issue>;

export function heardOf({ fields }: Issue): HeardTicket {
  return { state: jiraState(fields), heardAt: fields.updated };
}
