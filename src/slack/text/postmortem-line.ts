import type { IncidentState } from '../../use-cases/messenger.ts';
import { dayWords, slackTime } from './slack-time.ts';

/** `📄 postmortem in review, due Tue 14 May 2024`, or nothing where none is written or due. */
export function postmortemLine({ incident, postmortem }: IncidentState): string | undefined {
  const { state, published, dueOn } = postmortem;
  if (published !== undefined) {
    return `📄 postmortem published ${slackTime(published.at)} by <@${published.by}>`;
  }
  const due = dueOn === undefined || incident.status === 'canceled' ? '' : `due ${dayWords(dueOn)}`;
  const parts = [state === 'in-review' ? 'in review' : '', due].filter((part) => part !== '');
  return parts.length === 0 ? undefined : `📄 postmortem ${parts.join(', ')}`;
}
