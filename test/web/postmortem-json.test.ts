import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../src/domain/postmortem/check/check-record.ts';
import { draftPostmortem } from '../../src/domain/postmortem/draft-postmortem.ts';
import type { IncidentRecord } from '../../src/domain/postmortem/record.ts';
import { PostmortemDocument, postmortemJsonSchema } from '../../src/web/postmortem-json/postmortem-document.ts';
import { postmortemJson } from '../../src/web/postmortem-json/postmortem-json.ts';
import { anEventAt, aRecord, aRecordedIncident, at } from '../support/record-builder.ts';
import { aRecordOf } from '../support/typed-record.ts';
import { anyTypedText } from '../support/typed-text.ts';
import { aWholeRecord } from '../support/whole-record.ts';

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const isPublished = ajv.compile(JSON.parse(readFileSync('docs/postmortem.schema.json', 'utf8')));

function jsonOf(record: IncidentRecord): string {
  const postmortem = draftPostmortem(record);
  return postmortemJson(postmortem, checkRecord(record, postmortem, at('09:00', '2024-06-10')), [
    {
      date: postmortem.header.date,
      lines: [{ at: at('15:30'), saidBy: 'Ana', text: undefined, isReply: false, isEdited: false }],
    },
  ]);
}

describe('postmortemJson', () => {
  it('is described by the schema that is published', async () => {
    await expect(postmortemJsonSchema()).toMatchFileSnapshot('../../docs/postmortem.schema.json');
  });

  it.each<[string, IncidentRecord]>([
    ['a whole incident', aWholeRecord()],
    ['an incident that was just declared', aRecord()],
    ['a private incident', aRecord({ incident: aRecordedIncident({ isPrivate: true }) })],
  ])('tells %s as that schema has it, and is read back as the same', (_, record) => {
    const json = jsonOf(record);
    const document: unknown = JSON.parse(json);

    isPublished(document);

    expect(isPublished.errors ?? []).toEqual([]);
    expect(PostmortemDocument.parse(document)).toEqual(document);
  });

  it('holds what the model holds, and no image', () => {
    const file = { id: 'F1', name: 'pool.png', mediaType: 'image/png', size: 4, permalink: undefined, lack: undefined };
    const events = [anEventAt('15:30', { files: [file as never] })];
    const images = new Map([[file.id as never, { mediaType: 'image/png', base64: 'AAAA' }]]);
    for (const record of [aWholeRecord(), aRecord({ events, images })]) {
      const postmortem = draftPostmortem(record);
      const whole = { version: 1, ...postmortem, findings: [], transcript: [] };

      const withoutImages = JSON.parse(JSON.stringify(whole, (key, value) => (key === 'image' ? undefined : value)));
      expect(JSON.parse(postmortemJson(postmortem, []))).toEqual(withoutImages);
    }
  });

  it('keeps what only an author may be told to itself', () => {
    const finding = {
      rule: 'blame',
      level: 'hint',
      why: 'w',
      place: { section: 'summary' },
      placeKey: 'summary',
      text: 't',
    } as const;
    const findings = [true, false].map((isForAuthor) => ({ ...finding, isForAuthor }));

    const told = JSON.parse(postmortemJson(draftPostmortem(aRecord()), findings));

    expect(told.findings).toEqual([{ rule: 'blame', level: 'hint', why: 'w', section: 'summary', text: 't' }]);
  });

  it('tells who wrote what, and when', () => {
    const { authors } = JSON.parse(jsonOf(aWholeRecord()));

    expect(authors[0]).toEqual({ section: 'summary', writtenBy: 'Claire', writtenAt: at('16:40') });
  });

  it('keeps whatever people type to the letter', () => {
    fc.assert(
      fc.property(anyTypedText, (typed) => {
        const document = PostmortemDocument.parse(JSON.parse(jsonOf(aRecordOf(typed))));

        expect(document.header.title).toBe(typed);
        expect(document.timeline[0]?.lines[0]?.text).toBe(typed);
        expect(document.rootCauses.technical ?? '').toBe(typed.trim());
        expect(isPublished(document)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
