import type { Escalation } from '../../../src/domain/escalation/escalation.ts';
import { channelId, type EscalationId, type IncidentId, type PersonId } from '../../../src/domain/ids.ts';
import type { Result } from '../../../src/domain/result.ts';
import { addMilliseconds, MINUTE } from '../../../src/domain/time.ts';
import { acknowledgeEscalation } from '../../../src/use-cases/escalation/acknowledge-escalation.ts';
import { answerByWriting } from '../../../src/use-cases/escalation/answer-by-writing.ts';
import { askLater } from '../../../src/use-cases/escalation/ask-later.ts';
import { passOnCall } from '../../../src/use-cases/escalation/pass-on.ts';
import { stillOnIt } from '../../../src/use-cases/escalation/still-on-it.ts';
import type { Ports } from '../../../src/use-cases/ports.ts';
import { TEAM } from './cast.ts';
import { MONTH_START, type Month } from './month.ts';

export type Doing = 'answer' | 'write' | 'pass-on' | 'ask-later' | 'stay';

interface Act {
  readonly doing: Doing;
  readonly personId: PersonId;
  readonly escalationId: EscalationId;
}

export const channelOfIncident = (id: IncidentId) => channelId(`C${id}`);

/** Somebody does that then. Where the bot is down or dies over it, they try once more when it is back. */
export function act(month: Month, deed: Act, at: number): void {
  month.agenda.schedule(at, async () => {
    const key = `act:${month.indexOf(deed.escalationId)}:${deed.personId}:${deed.doing}:${month.elapsed()}`;
    const tellsTwice = month.dice.chance(0.1, 'twice', key);
    const told = await Promise.all([deliver(month, deed, key), ...(tellsTwice ? [deliver(month, deed, key)] : [])]);
    if (told.includes('lost')) {
      const later = month.elapsed() + month.dice.between(1, 10, 'again', key) * MINUTE;
      act(month, deed, later);
    }
  });
}

async function deliver(month: Month, { doing, personId, escalationId }: Act, key: string): Promise<'lost' | 'heard'> {
  const { process } = month;
  const request = { teamId: TEAM, personId, deliveryKey: key, escalationId };
  const outcome = process && (await Promise.race([HOW[doing](month, process.ports, request), process.death]));
  if (outcome === undefined || outcome === 'dead') {
    return 'lost';
  }
  for (const said of outcome) {
    month.note({ what: doing, personId, key, ...said });
  }
  return 'heard';
}

type Said = { readonly escalationId: EscalationId; readonly outcome: string; readonly text?: string };
type Request = Parameters<typeof acknowledgeEscalation>[1];

const HOW: Record<Doing, (month: Month, ports: Ports, request: Request) => Promise<readonly Said[]>> = {
  answer: async (_, ports, request) => said(request, await acknowledgeEscalation(ports, request)),
  'pass-on': async (_, ports, request) => {
    const outcome = await passOnCall(ports, request);
    return said(request, outcome, outcome.ok ? `was ${outcome.value.before.state}` : undefined);
  },
  'ask-later': async (_, ports, request) => said(request, await askLater(ports, request)),
  stay: async (_, ports, request) => said(request, await stillOnIt(ports, request)),
  /** The chat system dates a message by its own clock, which is right. */
  write: async (month, ports, request) => {
    const escalation = await ports.database.records.escalations.find(request.escalationId);
    const channel = channelOfIncident((escalation as Escalation).incidentId);
    const writtenAt = addMilliseconds(MONTH_START, month.elapsed());
    const outcome = await answerByWriting(ports, { ...request, channel, writtenAt });
    return outcome.ok ? outcome.value.map(({ id }) => ({ escalationId: id, outcome: 'done' })) : said(request, outcome);
  },
};

function said(
  { escalationId }: Request,
  outcome: Result<unknown, { readonly kind: string; readonly by?: PersonId }>,
  text?: string,
): readonly Said[] {
  if (outcome.ok) {
    return [{ escalationId, outcome: 'done', ...(text === undefined ? {} : { text }) }];
  }
  const { kind, by } = outcome.refusal;
  return [{ escalationId, outcome: kind, ...(by === undefined ? {} : { text: `by ${by}` }) }];
}
