import type { ActionItemFigures } from '../../src/domain/action-items/figures.ts';
import { channelId } from '../../src/domain/ids.ts';
import type { Message } from '../../src/slack/blocks/layout.ts';
import { figureBlocks } from '../../src/slack/messages/figure-blocks.ts';
import { weeklyDigestMessage } from '../../src/slack/messages/weekly-digest-message.ts';
import { anItem, aRecordedIncident, devops } from '../support/record-builder.ts';

/** What is told of many action items at once, of more teams and items than fit. */
export function everyItemReport(typed: string): Record<string, Message> {
  const incident = aRecordedIncident({ title: typed, channel: channelId('C0INCIDENT') });
  const item = anItem({ title: typed, priority: 'P1' });
  const ticket = { key: typed, url: 'https://github.com/acme/infra/issues/12', isGone: false };
  const late = { item, incident, ownerName: typed, daysLate: 23 };
  const team = { ...devops, handle: typed };
  const five = Array.from({ length: 5 }, () => ({ ...late, item: { ...item, ticket } }));
  return {
    'overdue items of the week': weeklyDigestMessage([
      { team, total: 2, items: [late, { ...late, item: { ...item, ticket } }] },
      {
        team: undefined,
        total: 2,
        items: [
          { ...late, item: { ...item, owner: undefined }, ownerName: undefined },
          { ...late, ownerName: undefined },
        ],
      },
    ]),
    'as many overdue items as are linked': weeklyDigestMessage(
      Array.from({ length: 6 }, () => ({ team, total: 12, items: five })),
    ),
    'more overdue items than fit': weeklyDigestMessage(
      Array.from({ length: 20 }, () => ({ team, total: 12, items: five })),
    ),
    'figures of action items': figuresMessage(typed, 1),
    'figures of more teams than fit': figuresMessage(typed, 20),
  };
}

function figuresMessage(typed: string, teams: number): Message {
  const few = { open: 3, overdue: 1, done: 2, medianDaysToDone: undefined, doneWithDueDate: 2, doneInTime: undefined };
  const enough = { ...few, done: 40, medianDaysToDone: 8.4, doneWithDueDate: 30, doneInTime: 0.733 };
  const team = { ...devops, handle: typed };
  const figures: ActionItemFigures = {
    all: enough,
    byTeam: [...Array.from({ length: teams }, () => ({ ...enough, team })), { ...few, team: undefined }],
    byKind: [
      { ...enough, kind: 'detect' },
      { ...few, done: 0, kind: undefined },
    ],
    byTeamAndKind: [],
  };
  return { text: 'Figures', blocks: figureBlocks(figures) };
}
