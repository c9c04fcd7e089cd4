import { expect, it } from 'vitest';
import { failureMessage } from '../../../src/slack/messages/failure-message.ts';
import { anItem, aRecordedIncident } from '../../support/record-builder.ts';

it('keeps what failed and what to do, however long the title of the item is', () => {
  const item = anItem({ title: '<!channel> '.repeat(270) });
  const incident = aRecordedIncident();
  const message = failureMessage({ incident, item, what: 'create-ticket', reason: 'http_403' });
  const shown = JSON.stringify(message.blocks);

  expect(message.text).toContain('&lt;!channel&gt;');
  expect(message.text.length).toBeLessThan(600);
  for (const text of [message.text, shown]) {
    expect(text).toContain('could not be sent to the tracker');
    expect(text).not.toContain('<!channel>');
  }
});
