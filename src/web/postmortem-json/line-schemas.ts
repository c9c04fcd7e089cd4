import { z } from 'zod';
import { MILESTONES } from '../../domain/timeline/milestone.ts';
import { AUTOMATIC_KINDS, SPOKEN_KINDS } from '../../domain/timeline/timeline-event.ts';

export const At = z.iso.datetime().describe('An instant in UTC, with milliseconds.');
export const Day = z.iso.date().describe('A day of the calendar in the zone of the document.');
/** What somebody typed. */
export const Typed = z.string();

export const Source = z
  .object({
    origin: z
      .enum(['message', 'alert', 'command', 'channel', 'faultline'])
      .describe(
        'What the fact was drawn from: a message; an alert; what somebody told Faultline and no message shows; what it saw in the channel; what it noted itself.',
      ),
    permalink: z.string().optional().describe('Where a browser finds the message or the alert.'),
    messageChange: z.enum(['edited since', 'deleted']).optional().describe('What became of the message since.'),
    by: z.string().optional().describe('Who told Faultline.'),
  })
  .meta({ id: 'Source', description: 'Where a fact comes from.' });

export const Line = z
  .object({
    at: At,
    kind: z.enum([...SPOKEN_KINDS, ...AUTOMATIC_KINDS]),
    text: Typed,
    saidBy: z.string().optional().describe('Missing where an app said it.'),
    source: Source,
    mitigation: z
      .object({ is: z.enum(['open', 'kept', 'reverted']), at: At.optional() })
      .optional()
      .describe('Of a mitigation: whether it stands, is kept on purpose, or was reverted, and when that was said.'),
    files: z
      .array(z.object({ name: Typed, permalink: z.string().optional() }))
      .describe('Evidence that came with the message. Its content is not in here.'),
  })
  .meta({ id: 'Line', description: 'Something that happened at an instant.' });

export const FigureEnd = z
  .object({
    name: z.enum([...MILESTONES, 'escalated']).describe('A milestone, or the first call for help.'),
    at: At.optional().describe('Missing where nobody has said it.'),
    isEstimated: z.boolean(),
    source: Source.optional(),
  })
  .meta({ id: 'FigureEnd' });

export const Figure = z
  .object({
    name: z.enum(['time-to-detect', 'time-to-declare', 'time-to-acknowledge', 'time-to-mitigate', 'time-to-resolve']),
    from: FigureEnd,
    to: FigureEnd,
    milliseconds: z
      .number()
      .int()
      .optional()
      .describe('Missing with either end; negative where the record contradicts itself.'),
  })
  .meta({ id: 'Figure', description: 'A length of time and what it lies between.' });
