import type { MessageKey } from '../../domain/ids.ts';
import type { PrivatePlace } from '../../use-cases/conversation.ts';
import { addFromGap } from '../../use-cases/gaps/add-from-gap.ts';
import { type GapView, lookIntoGap } from '../../use-cases/gaps/show-gap.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { buttons } from '../identifiers.ts';
import { readAddition, readGapView } from '../messages/gap-view.ts';
import { type Answer, type Feature, type Press, sayNo } from './feature.ts';

/** Filling the gaps of a timeline with what was said then. */
export function gapFeature(ports: Ports): Feature {
  return {
    buttons: {
      [buttons.showGap]: (press) => look(ports, press, readGapView(press.value)),
      [buttons.addFromGap]: (press) => add(ports, press, readAddition(press.value)),
    },
  };
}

/** Turning a page shows it in the place of the one before. */
async function look(ports: Ports, press: Press, view: GapView): Promise<Answer | undefined> {
  const isRedrawn = press.action !== buttons.showGap;
  const outcome = await lookIntoGap(ports, { ...press, view, place: placeOf(press, isRedrawn) });
  return outcome.ok ? undefined : sayNo(outcome.refusal);
}

async function add(
  ports: Ports,
  press: Press,
  { key, view }: { readonly key: MessageKey; readonly view: GapView },
): Promise<Answer | undefined> {
  const outcome = await addFromGap(ports, { ...press, key, view, place: placeOf(press, true) });
  return outcome.ok ? undefined : sayNo(outcome.refusal);
}

function placeOf({ personId, channel, thread, responseUrl }: Press, isRedrawn: boolean): PrivatePlace {
  return { personId, channel, thread, responseUrl, isRedrawn };
}
