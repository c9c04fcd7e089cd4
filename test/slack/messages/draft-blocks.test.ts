import { describe, expect, it } from 'vitest';
import type { Status } from '../../../src/domain/incident/status.ts';
import { draftPostmortem } from '../../../src/domain/postmortem/draft-postmortem.ts';
import { draftBlocks } from '../../../src/slack/messages/draft-blocks.ts';
import { aRecord, aRecordedIncident } from '../../support/record-builder.ts';

describe('a draft in short', () => {
  it.each<[Status, string]>([
    ['monitoring', 'start unknown, not resolved'],
    ['closed', 'start unknown, end unknown'],
    ['canceled', 'start unknown, canceled: a false alarm'],
  ])('says of one that is %s and has no end how it came to its end', (status, words) => {
    const incident = aRecordedIncident({ status, resolvedAt: undefined });

    expect(JSON.stringify(draftBlocks(draftPostmortem(aRecord({ incident }))))).toContain(words);
  });
});
