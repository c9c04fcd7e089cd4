import { expect, it } from 'vitest';
import { readReviewed } from '../../../src/slack/messages/review-messages.ts';
import { readHistoryPage, readVersion } from '../../../src/slack/modals/history-modal.ts';
import { readFindingName } from '../../../src/slack/text/finding-name.ts';

it('what our buttons carry is read as it was written', () => {
  expect(readReviewed('01J:abc')).toEqual({ incidentId: '01J', shown: 'abc' });
  expect(readHistoryPage('summary:2')).toEqual({ name: 'summary', page: 2 });
  expect(readVersion('summary:1:3')).toEqual({ section: 'summary', version: 1, shownVersion: 3 });
  expect(readFindingName('no-owner a b')).toEqual({ rule: 'no-owner', placeKey: 'a b' });
});

it.each<readonly [string, (value: string) => unknown]>([
  ['01J', readReviewed],
  [':abc', readReviewed],
  ['summary:x', readHistoryPage],
  ['summary:-1', readHistoryPage],
  ['nothing:0', readHistoryPage],
  ['summary:1', readVersion],
  ['summary:x:3', readVersion],
  ['no-owner', readFindingName],
  ['', readFindingName],
])('%j, which we never wrote, is not made something of', (value, read) => {
  expect(() => read(value)).toThrow();
});
