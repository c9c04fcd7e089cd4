import { z } from 'zod';
import { DEFAULT_ROUNDS, DEFAULT_WAIT_MINUTES } from '../domain/escalation/escalation-policy.ts';
import { choice, nameOf, TimeOfDay, wholeNumber } from './scalars.ts';
import { TargetText } from './target-text.ts';
import { TimeZoneName } from './time-zone-name.ts';
import { WEEKDAYS, weekdayNumber } from './weekdays.ts';

const MOST_STEPS = 20;
const MOST_TARGETS = 25;
const MOST_CONTACTS = 10;
const LONGEST_CONTACT = 150;
const WEEK_MINUTES = 7 * 24 * 60;

const WaitMinutes = wholeNumber({
  from: 1,
  to: WEEK_MINUTES,
  sentence: `Write how many minutes the step waits for an answer, 1 to ${WEEK_MINUTES}, such as ${DEFAULT_WAIT_MINUTES}.`,
});

const Rounds = wholeNumber({
  from: 1,
  to: 9,
  sentence: `Write how often all steps are gone through, 1 to 9, such as ${DEFAULT_ROUNDS}.`,
});

const StepKeys = z
  .strictObject(
    {
      call: z
        .array(
          TargetText,
          `Write whom the step calls in brackets, 1 to ${MOST_TARGETS}: [rota database, webhook pager].`,
        )
        .min(1)
        .max(MOST_TARGETS),
      wait_minutes: WaitMinutes.optional(),
    },
    'Write whom the step calls: "- call: [rota database]".',
  )
  .transform(({ call, wait_minutes }) => ({ targets: call, waitMinutes: wait_minutes ?? DEFAULT_WAIT_MINUTES }));

const Steps = z
  .array(StepKeys, `Write 1 to ${MOST_STEPS} steps below this line: "  - call: [rota database]".`)
  .min(1)
  .max(MOST_STEPS);

const WorkingHoursKeys = z
  .strictObject(
    {
      time_zone: TimeZoneName,
      days: z.array(choice(WEEKDAYS), 'Write whole weekdays in brackets: [Monday, Tuesday].').min(1).optional(),
      from: TimeOfDay,
      until: TimeOfDay,
      steps: Steps,
    },
    'Write time_zone, from, until and steps below working_hours:, or delete the line.',
  )
  .transform(({ time_zone, days, from, until, steps }) => ({
    zone: time_zone,
    weekdays: [...new Set((days ?? WEEKDAYS.slice(0, 5)).map(weekdayNumber))].sort(),
    from,
    until,
    steps,
  }));

const Contact = z
  .string('Put the whole line in "quotes", as it may hold a colon: "Duty manager: +251 11 555 0100".')
  .trim()
  .regex(/^[^\n]+$/u)
  .max(LONGEST_CONTACT, `Write a contact in ${LONGEST_CONTACT} characters at most: a name and a number.`);

const EscalationPolicyKeys = z
  .strictObject(
    {
      severities: z
        .array(
          z.string('Write the name of one severity, such as SEV1.'),
          'Write the severities that call this policy in brackets: [SEV1, SEV2].',
        )
        .optional(),
      steps: Steps,
      rounds: Rounds.optional(),
      working_hours: WorkingHoursKeys.optional(),
      contacts: z
        .array(Contact, 'Write one contact a line below this one: "  - \'Duty manager: +251 11 555 0100\'".')
        .refine(
          ({ length }) => length <= MOST_CONTACTS,
          `Write ${MOST_CONTACTS} contacts at most, those to phone first.`,
        )
        .optional(),
    },
    "Write steps, and what else it needs, below the policy's name.",
  )
  .transform(({ severities, steps, rounds, working_hours, contacts }) => ({
    severities: severities ?? [],
    steps,
    workingHours: working_hours,
    rounds: rounds ?? DEFAULT_ROUNDS,
    contacts: contacts ?? [],
  }));

export const EscalationPolicies = z
  .record(
    nameOf('an escalation policy'),
    EscalationPolicyKeys,
    'Write one escalation policy below this line, by its name: "  database:".',
  )
  .refine((policies) => Object.keys(policies).length > 0);

/** By severity. */
export const AskAgainMinutes = z.record(
  z.string(),
  wholeNumber({
    from: 1,
    to: WEEK_MINUTES,
    sentence: `Write a number of minutes, 1 to ${WEEK_MINUTES}, such as 30, or delete this line for never.`,
  }),
  'Write one severity a line below this one, such as "  SEV1: 30", or {} for never.',
);
