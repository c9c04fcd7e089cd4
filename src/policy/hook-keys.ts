import { z } from 'zod';
import { choice, nameOf, webUrl } from './scalars.ts';
import { table } from './table.ts';

/** Where these products take events; our own format goes where the team says. */
const USUAL_URLS = {
  signed: undefined,
  pagerduty: 'https://events.pagerduty.com/v2/enqueue',
  opsgenie: 'https://api.opsgenie.com/v2/alerts',
} as const;

const WebhookKeys = z
  .strictObject(
    { format: choice(['signed', 'pagerduty', 'opsgenie']), url: webUrl('https://example.com/calls').optional() },
    "Write format, and url where it needs one, below the webhook's name.",
  )
  .transform(({ format, url = USUAL_URLS[format] }, context) => {
    if (url === undefined) {
      context.addIssue('Add the line url: with the web address that takes the signed calls.');
      return z.NEVER;
    }
    return { format, url };
  });

const AlertHookKeys = z
  .strictObject(
    {
      format: choice(['alertmanager', 'grafana', 'plain']),
      severities: z
        .record(
          z.string(),
          z.string('Write the name of one severity after a colon and a blank: "critical: SEV1".'),
          'Write our severity for each of theirs: { critical: SEV1, warning: SEV3 }.',
        )
        .optional(),
      on_firing: choice(['open', 'ignore']).optional(),
      on_resolved: choice(['resolve', 'note']).optional(),
      escalation_policy: z.string('Write the name of one escalation policy, or delete this line.').optional(),
    },
    "Write format, and what else it needs, below the alert hook's name.",
  )
  .transform(({ format, severities, on_firing, on_resolved, escalation_policy }) => ({
    format,
    severities: table(Object.entries(severities ?? {})),
    onFiring: on_firing ?? 'open',
    onResolved: on_resolved ?? 'note',
    escalationPolicy: escalation_policy,
  }));

export const Webhooks = z
  .record(nameOf('a webhook'), WebhookKeys, 'Write one webhook below this line, by its name: "  pager:".')
  .refine((webhooks) => Object.keys(webhooks).length > 0);

export const AlertHooks = z
  .record(
    nameOf('an alert hook'),
    AlertHookKeys,
    'Write one alert hook below this line, by its name: "  alertmanager:".',
  )
  .refine((hooks) => Object.keys(hooks).length > 0);
