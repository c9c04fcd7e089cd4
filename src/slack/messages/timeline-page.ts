import type { KnownBlock } from '@slack/types';
import type { PersonId } from '../../domain/ids.ts';
import type { Policy } from '../../domain/policy.ts';
import { calendarDateAt, type Instant } from '../../domain/time.ts';
import { type FoldEntry, fold, tellFolded } from '../../domain/timeline/fold.ts';
import { isSpoken, type TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import type { ShownTimeline } from '../../use-cases/timeline/show-timeline.ts';
import { actions, button, context, header, type Message, section, when } from '../blocks/layout.ts';
import { select } from '../blocks/menus.ts';
import { cutTyped, escapeMrkdwn } from '../blocks/text.ts';
import { buttons, forms } from '../identifiers.ts';
import { calledName } from '../text/describe-incident.ts';
import { knownMilestones, milestonesAt } from '../text/milestone-words.ts';
import { mainReaction } from '../text/reaction-words.ts';
import { slackDay, slackTime } from '../text/slack-time.ts';
import { kindEmoji, kindInWords, timelineLine } from '../text/timeline-line.ts';
import { eventMenu } from './event-menu.ts';
import { formButton } from './form-button.ts';
import { SHOWS, type Show, type TimelineView, writeView } from './timeline-view.ts';

/** So many lines, with their menus, fit into what Slack takes of blocks at once. */
const PAGE = 15;
const LINE = 300;

type Entry = FoldEntry<TimelineEvent>;

/** A page of the timeline by day, newest last, as one person sees it; what Faultline wrote down quietly is folded. */
export function timelinePage(shown: ShownTimeline, view: TimelineView, reactions: Policy['reactions']): Message {
  const { incident, events, milestones, zone } = shown;
  const entries = fold(
    events.filter((event) => isShown(event, view.show)),
    zone,
  );
  const pages = Math.max(1, Math.ceil(entries.length / PAGE));
  const page = Math.min(view.page, pages - 1);
  const end = entries.length - page * PAGE;
  const title = `Timeline of ${calledName(incident)}`;
  const known = knownMilestones(milestones);
  return {
    text: `${title}: ${events.length} events`,
    blocks: [
      header(title),
      ...when(known.length > 0, () => [context(`🏁 ${known.join(' · ')}`)]),
      actions(filter(view), formButton('Milestones', forms.milestones)),
      ...when(entries.length === 0, () => [section(nothingYet(view.show, reactions))]),
      ...days(entries.slice(Math.max(0, end - PAGE), end), shown, { ...view, page }),
      ...pageButtons({ ...view, page }, pages),
    ],
  };
}

function isShown({ kind }: TimelineEvent, show: Show): boolean {
  return show === 'everything' || kind === show || (show === 'automatic' && !isSpoken(kind));
}

function filter({ show }: TimelineView) {
  const choices = SHOWS.map((one) => ({ value: writeView({ page: 0, show: one }), label: showLabel(one) }));
  const initial = writeView({ page: 0, show });
  return select({ action: buttons.timelineFilter, placeholder: 'Show', choices, initial });
}

function showLabel(show: Show): string {
  switch (show) {
    case 'everything':
      return 'Everything';
    case 'automatic':
      return '🤖 automatic';
    default:
      return `${kindEmoji[show]} ${kindInWords(show)}`;
  }
}

function days(entries: readonly Entry[], shown: ShownTimeline, view: TimelineView): KnownBlock[] {
  const dated = entries.map((entry) => ({ entry, date: calendarDateAt(startOf(entry), shown.zone) }));
  return dated.flatMap(({ entry, date }, index) => [
    ...when(date !== dated[index - 1]?.date, () => [context(`*${slackDay(startOf(entry), date)}*`)]),
    line(entry, shown, view),
  ]);
}

function startOf(entry: Entry): Instant {
  return entry.kind === 'event' ? entry.event.at : (entry.events[0]?.at as Instant);
}

function line(entry: Entry, shown: ShownTimeline, view: TimelineView): KnownBlock {
  const nameOf = (id: PersonId | undefined) => (id === undefined ? undefined : shown.people.get(id)?.name);
  if (entry.kind === 'folded') {
    const told = entry.events.map(({ kind, text, saidBy }) => ({ kind, text, saidBy: nameOf(saidBy) }));
    return context(`🤖 ${slackTime(startOf(entry), 'time')} ${cutTyped(tellFolded(told), LINE)}`);
  }
  const { event } = entry;
  const marks = [milestoneMark(event, shown), taggers(event, shown)].filter((mark) => mark !== '').join('');
  const text = timelineLine({ event, saidBy: nameOf(event.saidBy), longest: LINE, detail: 'time' });
  return section(`${text}${marks}`, eventMenu(event, shown.milestones, view));
}

function milestoneMark(event: TimelineEvent, { milestones }: ShownTimeline): string {
  const names = milestonesAt(milestones, event);
  return names === '' ? '' : ` · 🏁 ${names}`;
}

/** Who put it there, where that was more than one. */
function taggers({ taggedBy }: TimelineEvent, { people }: ShownTimeline): string {
  const names = taggedBy.flatMap((id) => people.get(id)?.name ?? []);
  return names.length < 2 ? '' : ` · tagged by ${escapeMrkdwn(names.join(', '))}`;
}

function nothingYet(show: Show, reactions: Policy['reactions']): string {
  if (show !== 'everything') {
    return 'Nothing of this kind yet.';
  }
  const main = mainReaction(reactions);
  return `Nothing yet. ${main === undefined ? 'Say' : `Put ${main} on a message, or say`} \`/incident log …\`.`;
}

function pageButtons(view: TimelineView, pages: number): KnownBlock[] {
  const turn = (label: string, page: number) =>
    button({ label, action: `${buttons.timelinePage}:${page}`, value: writeView({ ...view, page }) });
  return when(pages > 1, () => [
    context(`Page ${pages - view.page} of ${pages}`),
    actions(
      ...(view.page < pages - 1 ? [turn('Earlier', view.page + 1)] : []),
      ...(view.page > 0 ? [turn('Later', view.page - 1)] : []),
    ),
  ]);
}
