import { z } from 'zod';
import { At, Line, Source, Typed } from './line-schemas.ts';

const Call = z
  .object({
    round: z.number().int().min(1),
    step: z.number().int().min(1),
    calledAt: At,
    who: z.string().describe('A person’s name, `@dba`, `#ops`, a system’s name.'),
    via: z.string().optional().describe('As whom they were called: `rota database`, `@dba`.'),
    kind: z.enum(['person', 'group', 'rota', 'channel', 'webhook']),
    state: z.enum(['pending', 'delivered', 'failed', 'answered', 'passed-on', 'dropped']),
    isQuiet: z.boolean().describe('Whether they had asked not to be disturbed.'),
    note: z.string().optional().describe('Why it failed, or what a system answered.'),
    respondedAt: At.optional(),
  })
  .meta({ id: 'Call', description: 'One person, group, channel or system that was called, once.' });

const misleadingPaths = z.array(Line).describe('What the team believed wrongly since the escalation before this one.');

const TrackedEscalation = z
  .object({
    target: z.string().describe('Whom somebody asked for.'),
    reason: Typed,
    isUrgent: z.boolean(),
    requestedBy: z.string(),
    requestedAt: At,
    state: z.enum(['calling', 'answered', 'unanswered', 'ended']),
    acknowledgedBy: z.string().optional(),
    acknowledgedAt: At.optional(),
    millisecondsToAcknowledge: z.number().int().optional(),
    takenOver: z.object({ by: z.string(), at: At }).optional().describe('Who was on it last, where that is another.'),
    isLeft: z.boolean().describe('Whether whoever answered passed it on, and nobody took it over.'),
    unansweredAt: At.optional().describe('When nobody was left to call, and nobody answered after.'),
    endedAt: At.optional().describe('When the incident no longer needed an answer.'),
    calls: z.array(Call),
    misleadingPaths,
    source: Source,
  })
  .meta({ id: 'Escalation' });

export const Escalations = z.object({
  tracked: z.array(TrackedEscalation),
  logged: z
    .array(z.object({ event: Line, misleadingPaths }))
    .describe('Those that people wrote down themselves, for example because they phoned.'),
});

export const TargetFigure = z
  .object({
    target: z.string(),
    called: z.number().int(),
    unanswered: z.number().int(),
    milliseconds: z.array(z.number()).describe('How long each answer took, the shortest first.'),
  })
  .meta({ id: 'TargetFigure' });
