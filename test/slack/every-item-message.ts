import { personId } from '../../src/domain/ids.ts';
import type { CalendarDate } from '../../src/domain/time.ts';
import type { Message } from '../../src/slack/blocks/layout.ts';
import { assignedMessage, digestMessage, handedBackMessage } from '../../src/slack/messages/action-item-messages.ts';
import { anItem, aRecordedIncident, claire } from '../support/record-builder.ts';

/** What people are told of their action items. */
export function everyItemMessage(): Record<string, Message> {
  const incident = aRecordedIncident();
  const item = anItem();
  const heard = { item, incident, capacity: 'owner' } as const;
  const day = '2024-06-10' as CalendarDate;
  return {
    'action item assigned': assignedMessage({ item, incident }),
    'action item handed back': handedBackMessage({ item, incident, from: claire, reason: 'I am on leave' }),
    'action item handed back without a reason': handedBackMessage({
      item,
      incident,
      from: personId('U1'),
      reason: undefined,
    }),
    'reminders of a day': digestMessage({ day, items: [heard] }),
    'reminders of a long day': digestMessage({ day, items: Array.from({ length: 60 }, () => heard) }),
  };
}
