import type { Incident } from '../../domain/incident/incident.ts';
import { headline } from '../../domain/incident/title.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { type AlreadyHandled, type ChangePorts, change } from '../change.ts';
import type { Ports } from '../ports.ts';
import type { Requester } from '../request.ts';
import { checkNotFuture, type FutureTime } from '../timeline/check-not-future.ts';
import { openIncident } from './open-incident.ts';

export interface DeclareIncident extends Requester {
  readonly title: string;
  readonly summary: string;
  /** The policy's default where nobody said. */
  readonly severity: string | undefined;
  readonly isPrivate: boolean;
  readonly isDrill: boolean;
  readonly impactStartedAt: Instant | undefined;
  readonly responseUrl: string | undefined;
}

export type DeclareRefusal =
  | AlreadyHandled
  | { readonly kind: 'empty-title' }
  | FutureTime
  | { readonly kind: 'unknown-severity'; readonly severity: string; readonly known: readonly string[] };

/** Opens an incident. Its channel follows within the second, as work. */
export async function declareIncident(
  ports: ChangePorts & Pick<Ports, 'policy'>,
  request: DeclareIncident,
): Promise<Result<Incident, DeclareRefusal>> {
  const { title, summary } = headline(request.title);
  if (title === '') {
    return refuse({ kind: 'empty-title' });
  }
  const severity = request.severity ?? ports.policy.defaultSeverity;
  const known = ports.policy.severities.map(({ name }) => name);
  if (!known.includes(severity)) {
    return refuse({ kind: 'unknown-severity', severity, known });
  }

  return change<Incident, DeclareRefusal>(ports, request, async (records, now) => {
    const future = checkNotFuture(request.impactStartedAt ?? now, now);
    if (!future.ok) {
      return future;
    }
    const { personId, responseUrl } = request;
    const incident = await openIncident(ports, records, {
      ...request,
      title,
      summary: [request.summary.trim(), summary].filter((text) => text !== '').join('\n\n'),
      severity,
      answerTo: { personId, responseUrl },
      now,
    });
    return accept(incident);
  });
}
