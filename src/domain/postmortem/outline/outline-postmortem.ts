import { dateAndTime, inOneLine } from '../../tell-time.ts';
import type { Instant, TimeZone } from '../../time.ts';
import type { Finding } from '../check/finding.ts';
import type { TranscriptDay } from '../draft/draft-transcript.ts';
import { POSTMORTEM_SECTIONS, type Postmortem, type PostmortemSection, type TimelineLine } from '../postmortem.ts';
import type { Block, Outline, OutlineSection } from './outline.ts';
import { outlineActionItems } from './outline-action-items.ts';
import { outlineAnswers } from './outline-answers.ts';
import { outlineEscalations } from './outline-escalations.ts';
import { outlineDays, outlineEvents } from './outline-events.ts';
import { estimatedMark, outlineFigure } from './outline-figures.ts';
import { outlineFindings, outlineNotice } from './outline-findings.ts';
import { outlineFacts, outlineTags } from './outline-header.ts';
import { outlinePeople } from './outline-people.ts';
import { outlineSource, uniqueSources } from './outline-source.ts';
import { outlineTranscript } from './outline-transcript.ts';
import { NARRATIVE_TITLES, SECTION_TITLES } from './section-titles.ts';

/** Keeps a list that somebody wrote apart from the list of events that follows. */
const AS_IT_HAPPENED = 'As it happened';
const STILL_MISSING = 'What is still missing';

/** Puts a postmortem into words, once for every form that it is rendered to. */
export function outlinePostmortem(
  postmortem: Postmortem,
  findings: readonly Finding[],
  transcript: readonly TranscriptDay[],
): Outline {
  const { header } = postmortem;
  const isCanceled = header.status === 'canceled';
  const missing: OutlineSection = {
    id: 'still-missing',
    title: STILL_MISSING,
    blocks: outlineFindings(findings),
  };
  return {
    name: header.name,
    title: header.title,
    tags: outlineTags(header),
    facts: outlineFacts(header),
    notice: isCanceled ? FALSE_ALARM : header.review.state === 'published' ? undefined : outlineNotice(findings),
    sections: [
      ...POSTMORTEM_SECTIONS.map((id) => ({ id, title: SECTION_TITLES[id], blocks: BLOCKS[id](postmortem) })),
      ...(findings.length === 0 || isCanceled ? [] : [missing]),
      ...outlineTranscript(transcript, header.zone),
    ],
  };
}

const FALSE_ALARM = 'This was canceled as a false alarm; it needs no postmortem.';

const BLOCKS: Record<PostmortemSection, (postmortem: Postmortem) => readonly Block[]> = {
  summary: ({ summary }) => [written(summary)],
  impact: outlineImpact,
  detection: outlineDetection,
  timeline: ({ timeline, header }) =>
    timeline.length === 0
      ? [gap('Nothing is on the timeline yet.')]
      : [{ kind: 'days', days: outlineDays(timeline, header.zone) }],
  'root-causes': outlineCauses,
  'misleading-paths': ({ misleadingPaths, header }) =>
    orGap(events(misleadingPaths, header.zone), 'No misleading path was recorded.'),
  escalations: ({ escalations, header }) =>
    orGap(outlineEscalations(escalations, header.zone), 'Nobody else was called.'),
  resolution: outlineResolution,
  'action-items': ({ actionItems }) => orGap(outlineActionItems(actionItems), 'There are no action items yet.'),
  lessons: ({ lessons }) => [
    written(lessons.learned),
    ...optional(NARRATIVE_TITLES['went-well'], lessons.wentWell),
    ...optional(NARRATIVE_TITLES['went-badly'], lessons.wentBadly),
    ...optional(NARRATIVE_TITLES['got-lucky'], lessons.gotLucky),
  ],
  communication: outlineCommunication,
  people: ({ people }) => outlinePeople(people),
  figures: ({ figures, answers, header }) => [
    { kind: 'figures', figures: figures.map((figure) => outlineFigure(figure, header.zone)) },
    ...outlineAnswers(answers),
  ],
};

function outlineImpact({ impact, header }: Postmortem): readonly Block[] {
  const tell = (at: Instant | undefined, isEstimated: boolean, otherwise: string) =>
    at === undefined ? otherwise : `${inOneLine(dateAndTime(at, header.zone))}${estimatedMark(isEstimated)}`;
  return [
    { kind: 'label', text: NARRATIVE_TITLES['customer-impact'] },
    written(impact.customer),
    { kind: 'label', text: NARRATIVE_TITLES.affected },
    written(impact.affected),
    { kind: 'label', text: NARRATIVE_TITLES['business-impact'] },
    written(impact.business),
    { kind: 'label', text: 'When' },
    {
      kind: 'facts',
      facts: [
        {
          name: 'Since',
          value: tell(impact.startedAt, impact.isStartEstimated, 'nobody has said when it started'),
          sources: uniqueSources([impact.startSource && outlineSource(impact.startSource)]),
        },
        {
          name: 'Until',
          value: tell(impact.endedAt, impact.isEndEstimated, 'no time of resolution is recorded'),
          sources: uniqueSources([impact.endSource && outlineSource(impact.endSource)]),
        },
      ],
    },
  ];
}

function outlineDetection({ detection, header }: Postmortem): readonly Block[] {
  const { story, event } = detection;
  const isTold = story !== undefined;
  return orGap(
    [
      ...(isTold ? [written(story)] : []),
      ...(isTold && event !== undefined ? [{ kind: 'label' as const, text: AS_IT_HAPPENED }] : []),
      ...events(event === undefined ? [] : [event], header.zone),
    ],
    'Nobody has recorded how it was noticed.',
  );
}

/** Where nobody wrote of it, the events tell it alone. */
function outlineCauses({ rootCauses, header }: Postmortem): readonly Block[] {
  const { technical, found, contributingFactors } = rootCauses;
  const isFound = found.length > 0;
  return [
    { kind: 'label', text: NARRATIVE_TITLES['root-cause'] },
    ...(technical === undefined && isFound ? [] : [written(technical)]),
    ...(technical !== undefined && isFound ? [{ kind: 'label' as const, text: 'How it was found' }] : []),
    ...events(found, header.zone),
    { kind: 'label', text: NARRATIVE_TITLES['contributing-factors'] },
    written(contributingFactors),
  ];
}

function outlineResolution({ resolution, header }: Postmortem): readonly Block[] {
  const { story, steps } = resolution;
  const happened = orGap(events(steps, header.zone), 'No mitigation or resolution was recorded.');
  return story === undefined && steps.length > 0
    ? happened
    : [written(story), { kind: 'label', text: AS_IT_HAPPENED }, ...happened];
}

function outlineCommunication({ communication, header }: Postmortem): readonly Block[] {
  const blocks = [
    ...optional(NARRATIVE_TITLES['internal-communication'], communication.internal),
    ...optional(NARRATIVE_TITLES['external-communication'], communication.external),
    ...(communication.events.length === 0 ? [] : [{ kind: 'label' as const, text: AS_IT_HAPPENED }]),
    ...events(communication.events, header.zone),
  ];
  return orGap(blocks, 'Nothing was recorded about who was told.');
}

function written(text: string | undefined): Block {
  return text === undefined ? gap('Nobody has written this yet.') : { kind: 'prose', text };
}

function optional(label: string, text: string | undefined): readonly Block[] {
  return text === undefined ? [] : [{ kind: 'label', text: label }, written(text)];
}

function events(lines: readonly TimelineLine[], zone: TimeZone): readonly Block[] {
  return lines.length === 0 ? [] : [{ kind: 'events', events: outlineEvents(lines, zone) }];
}

function orGap(blocks: readonly Block[], otherwise: string): readonly Block[] {
  return blocks.length === 0 ? [gap(otherwise)] : blocks;
}

function gap(text: string): Block {
  return { kind: 'gap', text };
}
