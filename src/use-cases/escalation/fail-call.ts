import type { Ports } from '../ports.ts';
import type { StepPorts } from './call-step.ts';
import { type CallRequest, keepCall } from './keep-call.ts';

/** A call did not get through, and will not: the channel is told, and the next are called where nobody else can answer. */
export async function failCall(
  ports: StepPorts & Pick<Ports, 'database' | 'clock' | 'wake'>,
  request: CallRequest,
  reason: string,
): Promise<void> {
  await keepCall(ports, request, { state: 'failed', note: reason });
}
