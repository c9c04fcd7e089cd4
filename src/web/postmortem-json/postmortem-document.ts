import { z } from 'zod';
import { ACTION_ITEM_KINDS, ACTION_ITEM_STATUSES, PRIORITIES } from '../../domain/action-items/action-item.ts';
import { STATUSES } from '../../domain/incident/status.ts';
import { LEVELS } from '../../domain/postmortem/check/rule.ts';
import { NARRATIVE_SECTIONS } from '../../domain/postmortem/narrative.ts';
import { PARTS, POSTMORTEM_SECTIONS } from '../../domain/postmortem/postmortem.ts';
import { Escalations, TargetFigure } from './escalation-schemas.ts';
import { At, Day, Figure, Line, Source, Typed } from './line-schemas.ts';

/** Grows where a reader of the version before could be led astray; a property or a value more is no new version. */
export const DOCUMENT_VERSION = 1;

const written = Typed.optional().describe('Missing where nobody has written it.');

const Review = z.object({
  state: z.enum(['draft', 'in-review', 'published']),
  approvals: z.array(z.object({ by: z.string(), at: At, isChangedSince: z.boolean() })),
  published: z
    .object({
      by: z.string(),
      at: At,
      isChangedSince: z.boolean(),
      override: Typed.optional().describe('Why it was published although something was in the way.'),
    })
    .optional(),
});

const Header = z.object({
  name: z.string().describe('`INC-42`'),
  title: Typed,
  severity: z.string(),
  status: z.enum(STATUSES),
  date: Day.describe('The day on which the impact started, else that of the declaration.'),
  zone: z.string().describe('The IANA name of the zone that its days are told in.'),
  duration: Figure,
  declaredBy: z.string(),
  declaredAt: At,
  declarationSource: Source.optional(),
  isPrivate: z.boolean().describe('Only for people in the incident’s channel.'),
  isDrill: z.boolean().describe('An exercise, which counts in no statistics.'),
  review: Review,
});

const Impact = z.object({
  customer: written,
  affected: written.describe('How many, or what share.'),
  business: written,
  startedAt: At.optional(),
  isStartEstimated: z.boolean(),
  startSource: Source.optional(),
  endedAt: At.optional(),
  isEndEstimated: z.boolean(),
  endSource: Source.optional(),
});

const ActionItem = z
  .object({
    title: Typed,
    owner: z.string().optional(),
    dueOn: Day.optional(),
    doneWhen: Typed.optional().describe('How one will see that it is done.'),
    priority: z.enum(PRIORITIES).optional().describe('P0 is the most urgent.'),
    status: z.enum(ACTION_ITEM_STATUSES),
    reason: Typed.optional().describe('Why it will not be done, where that is so.'),
    ticket: z
      .object({
        key: z.string().describe('As the tracker calls it: `acme/infra#12`, `OPS-7`.'),
        url: z.string().optional(),
        isGone: z.boolean().describe('It was deleted there, or moved away.'),
      })
      .optional()
      .describe('Where it is found in a tracker.'),
    source: Source,
  })
  .meta({ id: 'ActionItem' });

const Person = z.object({
  name: z.string(),
  roles: z.array(z.object({ name: z.string(), source: Source })),
  parts: z.array(z.enum(PARTS)),
});

const Finding = z.object({
  rule: z.string().describe('Names the rule; it never gets another meaning.'),
  level: z.enum(LEVELS),
  why: z.string().describe('Why the rule matters.'),
  section: z.enum(POSTMORTEM_SECTIONS),
  text: z.string().describe('What is missing and what to do about it.'),
  waived: z.object({ by: z.string(), at: At, reason: Typed }).optional().describe('That it does not hold here.'),
});

const TranscriptDay = z.object({
  date: Day,
  lines: z.array(
    z.object({
      at: At,
      saidBy: z.string(),
      text: Typed.optional().describe('Missing where the message was deleted.'),
      isReply: z.boolean(),
      isEdited: z.boolean(),
    }),
  ),
});

/** What a postmortem is as JSON: all that the other forms tell, before it is put into words. */
export const PostmortemDocument = z.object({
  version: z.literal(DOCUMENT_VERSION),
  header: Header,
  summary: written,
  impact: Impact,
  detection: z.object({
    story: written,
    event: Line.optional().describe('The first that tells how it was noticed.'),
  }),
  timeline: z.array(z.object({ date: Day, lines: z.array(Line) })),
  rootCauses: z.object({ technical: written, contributingFactors: written, found: z.array(Line) }),
  misleadingPaths: z.array(Line),
  escalations: Escalations,
  resolution: z.object({ story: written, steps: z.array(Line) }),
  actionItems: z.array(z.object({ kind: z.enum(ACTION_ITEM_KINDS).optional(), items: z.array(ActionItem) })),
  lessons: z.object({ learned: written, wentWell: written, wentBadly: written, gotLucky: written }),
  communication: z.object({ internal: written, external: written, events: z.array(Line) }),
  people: z.array(Person),
  figures: z.array(Figure),
  answers: z.array(TargetFigure),
  authors: z
    .array(z.object({ section: z.enum(NARRATIVE_SECTIONS), writtenBy: z.string(), writtenAt: At }))
    .describe('Who wrote what people have written, and when.'),
  findings: z.array(Finding).describe('What it still lacks.'),
  transcript: z.array(TranscriptDay).describe('What was said in the channel, where the policy keeps it.'),
});

export type PostmortemDocument = z.output<typeof PostmortemDocument>;

/** The published schema, for programs in any language. */
export function postmortemJsonSchema(): string {
  const schema = z.toJSONSchema(
    PostmortemDocument.meta({
      title: 'Postmortem',
      description:
        'A postmortem that Faultline drafted, version 1. Properties, and values of what is one of several words, may be added within a version. Texts are plain, as people typed them: escape them for where they go.',
    }),
    { io: 'input' },
  );
  return `${JSON.stringify(schema, null, 2)}\n`;
}
