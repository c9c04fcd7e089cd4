import { z } from 'zod';
import { type Alert, type AlertNotice, NAMELESS } from '../../domain/alerts/alert.ts';
import { webAddress } from '../../domain/postmortem/web-address.ts';
import { ToldInstant } from './told-instant.ts';

/** What Alertmanager and Grafana, which took it over, tell of one alert. */
export const GroupedAlert = z.object({
  status: z.enum(['firing', 'resolved']),
  labels: labels(),
  annotations: labels(),
  startsAt: ToldInstant,
  endsAt: ToldInstant.nullish(),
  generatorURL: z.string().nullish(),
  /** Alertmanagers before 0.19 send none. */
  fingerprint: z.string().max(200).nullish(),
});

/** What they tell of a group of alerts. */
export const GroupNotice = z.object({
  groupKey: z.string().min(1),
  truncatedAlerts: z.number().int().min(0).nullish(),
  groupLabels: labels(),
  commonLabels: labels(),
  commonAnnotations: labels(),
});

export type GroupedAlert = z.infer<typeof GroupedAlert>;
export type GroupNotice = z.infer<typeof GroupNotice>;
type Labels = GroupedAlert['labels'];

/** What only the one or the other tells of an alert. */
export interface AlertExtras {
  readonly values: readonly string[];
  readonly links: readonly (string | null | undefined)[];
}

const NAME = 'alertname';
const SEVERITY = 'severity';

/** Reads the group; `extras` adds what only its sender knows. */
export function readGroup<T extends GroupedAlert>(
  group: GroupNotice & { readonly alerts: readonly T[] },
  reading: { readonly hash: (text: string) => string; readonly extras: (alert: T) => AlertExtras },
): AlertNotice {
  const { commonLabels, commonAnnotations, groupLabels } = group;
  const shared = group.alerts.length === 1 ? {} : commonLabels;
  const runbook = webAddress(commonAnnotations.runbook_url ?? '');
  const alerts = group.alerts.map((alert): Alert => {
    const { values, links } = reading.extras(alert);
    return {
      fingerprint: alert.fingerprint || reading.hash(JSON.stringify(Object.entries(alert.labels).sort())),
      isFiring: alert.status === 'firing',
      name: alert.labels[NAME] || NAMELESS,
      text: words(alert.annotations),
      details: [...telling(alert.labels, shared), ...values],
      severity: alert.labels[SEVERITY],
      startedAt: alert.startsAt,
      endedAt: alert.status === 'firing' ? undefined : (alert.endsAt ?? undefined),
      link: links.map((link) => webAddress(link ?? '')).find((link) => link !== undefined),
    };
  });
  const name = groupLabels[NAME] || commonLabels[NAME] || alerts[0]?.name || NAMELESS;
  const which = telling(groupLabels, {}).join(', ');
  return {
    dedupKey: group.groupKey,
    title: commonAnnotations.summary || (which === '' ? name : `${name} (${which})`),
    text: [commonAnnotations.description ?? '', runbook === undefined ? '' : `Runbook: ${runbook}`]
      .filter((text) => text !== '')
      .join('\n'),
    alerts,
    untold: group.truncatedAlerts ?? 0,
  };
}

/** Go writes a map that was never made as null. */
function labels() {
  return z
    .record(z.string(), z.string())
    .nullish()
    .transform((all): Readonly<Record<string, string | undefined>> => all ?? {});
}

function words(annotations: Labels): string {
  return annotations.summary || annotations.message || annotations.description || '';
}

/** The labels that tell an alert from others; those that begin with two underscores are for machines. */
function telling(all: Labels, shared: Labels): readonly string[] {
  return Object.entries(all)
    .filter(([name, value]) => name !== NAME && name !== SEVERITY && !name.startsWith('__') && shared[name] !== value)
    .map(([name, value]) => `${name}=${value}`);
}
