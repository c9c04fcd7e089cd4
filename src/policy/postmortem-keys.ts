import { z } from 'zod';
import type { PostmortemPolicy } from '../domain/policy.ts';
import { ChannelName } from './channel-name.ts';
import { defaultPolicy } from './default-policy.ts';
import { wholeNumber } from './scalars.ts';
import { table } from './table.ts';
import { TimeZoneName } from './time-zone-name.ts';
import { WorkingDays } from './working-days.ts';

const MOST_APPROVALS = 10;
const MOST_DAYS = 250;

const Approvals = wholeNumber({
  from: 0,
  to: MOST_APPROVALS,
  sentence: `Write how many reviewers must approve, 0 to ${MOST_APPROVALS}, such as 1.`,
});

const Due = z.record(
  z.string(),
  wholeNumber({
    from: 1,
    to: MOST_DAYS,
    sentence: `Write a number of working days, 1 to ${MOST_DAYS}, such as 5, or delete this line for no deadline.`,
  }),
  'Write one severity a line below this one, such as "    SEV1: 5", or {} for no deadlines.',
);

export const PostmortemKeys = z
  .strictObject(
    {
      approvals: Approvals,
      announce_in: ChannelName,
      due: Due,
      time_zone: TimeZoneName,
      working_days: WorkingDays,
    },
    'Write approvals, announce_in, due, time_zone or working_days below postmortems:, or delete the line.',
  )
  .partial();

export function toPostmortemPolicy(keys: z.output<typeof PostmortemKeys> = {}): PostmortemPolicy {
  const defaults = defaultPolicy.postmortems;
  return {
    approvals: keys.approvals ?? defaults.approvals,
    announceIn: keys.announce_in?.replace(/^#/u, ''),
    dueWorkingDays: keys.due === undefined ? defaults.dueWorkingDays : table(Object.entries(keys.due)),
    zone: keys.time_zone ?? defaults.zone,
    workingDays: keys.working_days ?? defaults.workingDays,
  };
}
