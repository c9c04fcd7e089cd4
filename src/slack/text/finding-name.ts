import { z } from 'zod';
import type { Waiver } from '../../domain/postmortem/check/waiver.ts';

export type FindingName = Pick<Waiver, 'rule' | 'placeKey'>;

const Name = z.object({ rule: z.string().min(1), placeKey: z.string().min(1) });

/** What a button carries to say which finding it is about; no rule's id holds a space. */
export function writeFindingName({ rule, placeKey }: FindingName): string {
  return `${rule} ${placeKey}`;
}

export function readFindingName(value: string): FindingName {
  const [rule, ...key] = value.split(' ');
  return Name.parse({ rule, placeKey: key.join(' ') });
}
