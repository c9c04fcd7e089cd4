import { z } from 'zod';
import { type AlertExtras, GroupedAlert, GroupNotice, readGroup } from './group-notice.ts';
import type { NoticeReader } from './read-notice.ts';

const GrafanaAlert = GroupedAlert.extend({
  values: z.record(z.string(), z.unknown()).nullish(),
  /** Instead of `values` before Grafana 9.5. */
  valueString: z.string().nullish(),
  dashboardURL: z.string().nullish(),
  panelURL: z.string().nullish(),
});

/**
 * Grafana's webhook.
 * https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/
 */
const GrafanaNotice = GroupNotice.extend({ alerts: z.array(GrafanaAlert).min(1) });

export const grafana: NoticeReader = (hash) => GrafanaNotice.transform((group) => readGroup(group, { hash, extras }));

function extras(alert: z.infer<typeof GrafanaAlert>): AlertExtras {
  return {
    values: alert.values ? measured(alert.values) : [alert.valueString ?? ''].filter((text) => text !== ''),
    links: [alert.panelURL, alert.dashboardURL, alert.generatorURL],
  };
}

/** `B=44.24`, by the name of its query or expression. */
function measured(values: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'number' ? [`${name}=${Number(value.toPrecision(4))}`] : [],
  );
}
