import { shorten } from '../shorten.ts';
import type { Alert } from './alert.ts';

const MOST_ALERTS = 10;
const MOST_DETAILS = 6;
const NAME = 120;
const TEXT = 500;
const DETAIL = 80;

export interface Heading {
  /** Before the words of one: `Alert fires: `; may be empty. */
  readonly one: string;
  /** After the number of several: `alerts fire`. */
  readonly many: string;
}

/** These alerts in words: one in a sentence, several one a line. */
export function tellAlerts(alerts: readonly Alert[], { one, many }: Heading): string {
  const [first, ...more] = alerts;
  if (first === undefined) {
    return '';
  }
  if (more.length === 0) {
    return `${one}${tellAlert(first)}`;
  }
  const shown = alerts.slice(0, MOST_ALERTS).map((alert) => `• ${tellAlert(alert)}`);
  const hidden = alerts.length - shown.length;
  return [`${alerts.length} ${many}:`, ...shown, ...(hidden > 0 ? [`and ${hidden} more`] : [])].join('\n');
}

/** `HighErrorRate: 5 % of requests fail (instance=web-3, job=api)` */
function tellAlert({ name, text, details }: Alert): string {
  const words = text === '' || text === name ? '' : `: ${shorten(text, TEXT)}`;
  const hidden = details.length - MOST_DETAILS;
  const shown = details.slice(0, MOST_DETAILS).map((detail) => shorten(detail, DETAIL));
  const listed = [...shown, ...(hidden > 0 ? [`${hidden} more`] : [])].join(', ');
  return `${shorten(name, NAME)}${words}${listed === '' ? '' : ` (${listed})`}`;
}
