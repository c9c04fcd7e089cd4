import type { KnownBlock } from '@slack/types';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Status } from '../../domain/incident/status.ts';
import type { NarrativeSection } from '../../domain/postmortem/narrative.ts';
import { NARRATIVE_TITLES } from '../../domain/postmortem/outline/section-titles.ts';
import type { ActionItemLine, Postmortem, TimelineLine } from '../../domain/postmortem/postmortem.ts';
import { inList, lastResolutions } from '../../domain/postmortem/told-facts.ts';
import { duration } from '../../domain/time.ts';
import { section, when } from '../blocks/layout.ts';
import { cutTyped } from '../blocks/text.ts';
import { severityLabel } from '../text/describe-incident.ts';
import { dueWords } from '../text/item-words.ts';
import { slackTime } from '../text/slack-time.ts';
import { callsInShort } from './calls-in-short.ts';
import { showItemsButton } from './show-items-button.ts';

/** The draft in short, for those who only want to know what happened; the files hold all of it. */
export function draftBlocks(postmortem: Postmortem): KnownBlock[] {
  const { header, summary, impact, rootCauses, resolution } = postmortem;
  const { tracked } = postmortem.escalations;
  const lines = postmortem.timeline.flatMap((day) => day.lines);
  return [
    section(
      `*${cutTyped(header.title, TITLE)}*\n${header.isDrill ? '🧪 drill · ' : ''}${severityLabel(header.severity)} · ${lasted(postmortem)}`,
    ),
    ...told('summary', summary),
    ...told('customer-impact', impact.customer),
    ...told('root-cause', rootCauses.technical ?? inFacts(rootCauses.found)),
    ...when(tracked.length > 0, () => [section(`*Calls for help*\n${callsInShort(postmortem)}`)]),
    ...told('resolution', resolution.story ?? inFacts(lastResolutions(lines))),
  ];
}

/** As they are now: for messages that are drawn anew when one changes. */
export function draftItems(postmortem: Postmortem): KnownBlock[] {
  const items = itemsOf(postmortem);
  return when(items.length > 0, () => [section(`*Action items*\n${itemLines(items)}`)]);
}

/** For messages that stay as they were posted: they show no item, which would soon be otherwise. */
export function draftItemsLink(postmortem: Postmortem, { id: incidentId }: Pick<Incident, 'id'>): KnownBlock[] {
  const { length } = itemsOf(postmortem);
  const button = showItemsButton('Show action items', { show: 'all', incidentId });
  return when(length > 0, () => [section(`*Action items*: ${length} when this was written.`, button)]);
}

function itemsOf({ actionItems }: Postmortem): readonly ActionItemLine[] {
  return actionItems.flatMap((group) => group.items);
}

const TITLE = 200;
/** So much of everything fits into one message, together with the findings. */
const PROSE = 600;
const ITEMS = 8;
const ITEM = 150;

const WITHOUT_END: Readonly<Record<Status, string>> = {
  investigating: ', not resolved',
  identified: ', not resolved',
  monitoring: ', not resolved',
  resolved: ', end unknown',
  closed: ', end unknown',
  canceled: ', canceled: a false alarm',
};

function lasted({ header, impact }: Postmortem): string {
  const { milliseconds } = header.duration;
  const from = impact.startedAt === undefined ? 'start unknown' : `from ${slackTime(impact.startedAt)}`;
  const to = impact.endedAt === undefined ? WITHOUT_END[header.status] : ` to ${slackTime(impact.endedAt)}`;
  const length = milliseconds === undefined || milliseconds < 0 ? '' : `${duration(milliseconds)}, `;
  return `${length}${from}${to}`;
}

function told(part: NarrativeSection, text: string | undefined): KnownBlock[] {
  return text === undefined ? [] : [section(`*${NARRATIVE_TITLES[part]}*\n${cutTyped(text, PROSE)}`)];
}

/** Where nobody wrote it, the record tells it. */
function inFacts(lines: readonly TimelineLine[]): string | undefined {
  return lines.length === 0 ? undefined : inList(lines.map(({ text }) => text));
}

const MARKS = { open: '•', done: '✅', 'wont-do': '🚫 _won’t do:_' } as const;

function itemLines(items: readonly ActionItemLine[]): string {
  const lines = items.slice(0, ITEMS).map((item) => {
    const { title, owner, status } = item;
    const who = owner === undefined ? '_no owner_' : cutTyped(owner, ITEM);
    return `${MARKS[status]} ${cutTyped(title, ITEM)} · ${who} · ${dueWords(item)}`;
  });
  const hidden = items.length - lines.length;
  return [...lines, ...(hidden > 0 ? [`and ${hidden} more, in the files`] : [])].join('\n');
}
