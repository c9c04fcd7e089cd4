import { describe, expect, it } from 'vitest';
import { checkStated } from '../../../../src/domain/postmortem/check/check-stated.ts';
import type { Finding } from '../../../../src/domain/postmortem/check/finding.ts';
import { statePostmortem } from '../../../../src/domain/postmortem/check/state-postmortem.ts';
import { draftPostmortem } from '../../../../src/domain/postmortem/draft-postmortem.ts';
import { postmortemMarkdown } from '../../../../src/domain/postmortem/markdown/postmortem-markdown.ts';
import { readPostmortem } from '../../../../src/domain/postmortem/reading/read-postmortem.ts';
import type { IncidentRecord } from '../../../../src/domain/postmortem/record.ts';
import { checkedAt, toldEvents } from '../../../support/read-document.ts';
import { aRecord } from '../../../support/record-builder.ts';
import { aWholeRecord } from '../../../support/whole-record.ts';

/** They ask for what only a record can tell, or only of one. */
const OF_RECORDS = ['escalation-not-acknowledged', 'mitigation-open', 'action-item-without-done-when'];

function rules(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule }) => rule).filter((rule) => !OF_RECORDS.includes(rule));
}

function draftAndFile(record: IncidentRecord) {
  const postmortem = draftPostmortem(record);
  const drafted = statePostmortem(record, postmortem, checkedAt);
  const markdown = postmortemMarkdown(postmortem, checkStated(drafted));
  return { drafted, ...readPostmortem(markdown, checkedAt) };
}

describe('readPostmortem, given the Markdown of a draft', () => {
  it.each([
    ['a whole incident', aWholeRecord()],
    ['an incident that was just declared', aRecord()],
  ])('leads to the same findings as the record of %s', (_, record) => {
    const { drafted, stated } = draftAndFile(record);

    expect(rules(checkStated(stated)).toSorted()).toEqual(rules(checkStated(drafted)).toSorted());
  });

  it('reads times, events, actions and words as they were recorded', () => {
    const { drafted, stated, unread } = draftAndFile(aWholeRecord());

    expect(unread).toEqual([]);
    expect([stated.started?.at, stated.ended?.at]).toEqual([drafted.started?.at, drafted.ended?.at]);
    expect(stated.started?.isEstimated).toBe(true);
    const joined = ['joined', 'role-changed', 'action-item-added'];
    expect(toldEvents(stated).map((line) => line.replace(/^\d+ /u, ''))).toEqual(
      drafted.timeline
        .filter(({ kind }) => kind === undefined || !joined.includes(kind))
        .map(({ kind, time }) => `${kind} ${time?.at?.slice(0, 16)}`),
    );
    const facts = ({ actionItems }: typeof stated) =>
      actionItems
        .map(({ text, owner, isOwnedByPerson, dueOn, kind, doneWhen, priority, status }) =>
          JSON.stringify([text, owner, isOwnedByPerson, dueOn, kind, doneWhen, priority, status]),
        )
        .toSorted();
    expect(facts(stated)).toEqual(facts(drafted));
    expect(stated.prose['root-cause'].map(({ text }) => text)).toEqual([
      expect.stringMatching(/^The release set max_connections of the pool from 50 to 5/u),
    ]);
  });
});
