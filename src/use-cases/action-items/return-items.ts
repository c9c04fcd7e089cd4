import type { Ports } from '../ports.ts';
import type { Work } from '../work.ts';

/** Gives the open items of somebody who was deactivated back to whoever leads their incidents. */
export async function returnItems(
  _ports: Pick<Ports, 'database' | 'clock' | 'wake'>,
  _left: Extract<Work, { kind: 'return-items' }>,
): Promise<void> {
  throw new Error('to be written on this branch');
}
