import { messageKey, personId } from '../../src/domain/ids.ts';
import { cuesOf } from '../../src/domain/postmortem/gaps/cues.ts';
import type { MissedMessage } from '../../src/domain/postmortem/gaps/missed-message.ts';
import type { Message } from '../../src/slack/blocks/layout.ts';
import { gapPage } from '../../src/slack/messages/gap-page.ts';
import type { ListedMessage, ShownGap } from '../../src/use-cases/gaps/shown-gap.ts';
import { anEventAt, aRecordedIncident, at } from '../support/record-builder.ts';

const ana = personId('U0ANA');

/** Every list of what was said during a gap, with `typed` wherever a person's words go. */
export function everyGapPage(typed: string): Readonly<Record<string, Message>> {
  const incident = aRecordedIncident({ status: 'resolved', closedAt: undefined });
  const gap = { from: at('15:20'), to: at('16:40') };
  const first = listed(typed, { text: `${typed} rolled back to 41`, files: 2, reactions: 1 });
  const others = Array.from({ length: 20 }, () => listed(typed));
  const added = { ...first, event: anEventAt('15:40') };
  const takenBack = { ...first, event: anEventAt('15:40', { retractedAt: at('16:50'), retractedBy: ana }) };
  const shown: ShownGap = { incident, gap, page: 0, messages: [first], left: [gap], reach: 'all', now: at('17:00') };
  const page = (overrides: Partial<ShownGap>) => gapPage({ ...shown, ...overrides }, linkTo);
  return {
    'what was said in a gap': page({}),
    'what was said in a gap of a closed incident, on several pages': page({
      incident: { ...incident, status: 'closed', closedAt: at('16:50') },
      messages: [first, takenBack, ...others],
      page: 1,
      reach: 'newest',
    }),
    'a gap that is half filled': page({
      messages: [added, takenBack],
      left: [{ from: at('15:40'), to: at('16:40') }],
    }),
    'a gap of which all is added': page({ messages: [added], left: [{ from: at('15:40'), to: at('16:40') }] }),
    'a gap that is closed': page({ messages: [added], left: [] }),
    'a gap in which nobody said anything': page({ messages: [] }),
    'a gap of which Slack hides what was said': page({ messages: [], now: at('17:00', '2024-12-24') }),
    'a gap of a channel that cannot be read': page({ messages: [], reach: 'nothing' }),
  };
}

function linkTo({ key }: MissedMessage): string {
  return `https://x.slack.com/archives/C1/p${key.replace('.', '')}`;
}

function listed(typed: string, overrides: Partial<MissedMessage> = {}): ListedMessage {
  const message: MissedMessage = {
    key: messageKey('1717945200.000100'),
    thread: undefined,
    at: at('15:40'),
    text: typed,
    saidBy: ana,
    isCommand: false,
    files: 0,
    reactions: 0,
    ...overrides,
  };
  return { message, saidBy: typed, cues: cuesOf(message), event: undefined };
}
