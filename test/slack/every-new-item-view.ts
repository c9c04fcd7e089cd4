import type { ActionItem } from '../../src/domain/action-items/action-item.ts';
import { type ChannelId, groupId, messageKey } from '../../src/domain/ids.ts';
import type { Modal } from '../../src/slack/blocks/fields.ts';
import type { Message } from '../../src/slack/blocks/layout.ts';
import { doneWhenQuestion, newActionItemAnswer } from '../../src/slack/messages/new-action-item-answer.ts';
import { actionItemModal } from '../../src/slack/modals/action-item-modal.ts';
import { doneWhenModal } from '../../src/slack/modals/done-when-modal.ts';
import { anItem, at, claire, devops } from '../support/record-builder.ts';

const groups = [{ id: groupId('S0DBA'), handle: 'dba' }];
const plain: Parameters<typeof newActionItemAnswer>[1] = {
  leftOutTime: undefined,
  unclearDay: undefined,
  named: undefined,
};

/** What is said to whoever makes an action item. */
export function everyNewItemMessage(typed: string): Record<string, Message> {
  const item = anItem({ priority: 'P1' });
  const here = { byDefault: undefined, ownerAwayUntil: undefined };
  const answer = (overrides: Partial<ActionItem>, said = plain) =>
    newActionItemAnswer({ item: anItem(overrides), ...here }, said);
  const byDefault = { dueOn: item.dueOn ?? ('' as never), days: 15, severity: 'SEV1', kind: undefined };
  return {
    'answer to action': newActionItemAnswer({ item, ...here }, plain),
    'answer to action due by the policy': newActionItemAnswer({ item, ...here, byDefault }, plain),
    'answer to action due by the policy for its kind': newActionItemAnswer(
      { item, ...here, byDefault: { ...byDefault, days: 1, kind: 'prevent' } },
      plain,
    ),
    'answer to action without owner': answer({ owner: undefined, dueOn: undefined, kind: undefined }),
    'answer to action of a group': answer({ owner: devops }),
    'answer to action with a time': answer({}, { ...plain, leftOutTime: typed || '17:00' }),
    'answer to action with a day that is two': answer({ dueOn: undefined }, { ...plain, unclearDay: typed || '5/7' }),
    'answer to action of two people': answer({}, { ...plain, named: devops }),
    'answer to action that names its owner last': answer({ owner: undefined }, { ...plain, named: devops }),
    'answer to action without an end': answer({ title: typed || 'Test the pool', doneWhen: undefined }),
    'answer to action of somebody who is away': newActionItemAnswer(
      { item, ...here, ownerAwayUntil: at('23:00') },
      plain,
    ),
    'a question about an end': doneWhenQuestion(anItem({ title: typed || 'Test the pool', doneWhen: undefined })),
    'answer to a vague action': answer({ title: 'Improve monitoring', kind: undefined, doneWhen: undefined }),
  };
}

export function everyNewItemModal(channel: ChannelId, typed: string): Record<string, Modal> {
  const message = { key: messageKey('1717945200.000100'), permalink: 'https://x.slack.com/p1', saidBy: claire };
  const item = anItem({ title: typed, doneWhen: typed, priority: 'P2' });
  const context = { channel, message, title: typed };
  return {
    'action item': actionItemModal({ ...context, groups, dueDays: { days: 15, ofKinds: [] } }),
    'action item where there are no groups': actionItemModal({ ...context, groups: [], dueDays: undefined }),
    'action item of a kind that is missing': actionItemModal({
      ...context,
      groups,
      dueDays: { days: 15, ofKinds: [{ kind: 'mitigate', days: 5 }] },
      kind: 'detect',
    }),
    'done when': doneWhenModal({ item, history: [] }),
    'done when of a vague action': doneWhenModal({
      item: anItem({ title: 'Improve monitoring', kind: 'detect', doneWhen: undefined }),
      history: [],
    }),
  };
}
