import { incidentId } from '../../domain/ids.ts';
import { openChannelAgain } from '../../use-cases/incident/open-channel-again.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { buttons } from '../identifiers.ts';
import { channelIsOpen, channelOpensAgain } from '../messages/incident-messages.ts';
import { type Answer, type Feature, type Press, say, sayNo } from './feature.ts';

/** Asking again for what failed for good. */
export function retryFeature(ports: Ports): Feature {
  return { buttons: { [buttons.openChannelAgain]: (press) => openAgain(ports, press) } };
}

async function openAgain(ports: Ports, press: Press): Promise<Answer> {
  const outcome = await openChannelAgain(ports, { ...press, incidentId: incidentId(press.value) });
  if (!outcome.ok) {
    return sayNo(outcome.refusal);
  }
  return say(outcome.value.channel === undefined ? channelOpensAgain(outcome.value) : channelIsOpen(outcome.value));
}
