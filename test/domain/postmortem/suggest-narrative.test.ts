import { describe, expect, it } from 'vitest';
import type { IncidentRecord } from '../../../src/domain/postmortem/record.ts';
import { suggestNarrative } from '../../../src/domain/postmortem/suggest-narrative.ts';
import { anEventAt, aRecord, aRecordedIncident, mahari, narrativeOf } from '../../support/record-builder.ts';

const detected = anEventAt('15:22', { kind: 'detected', text: 'Alarm rang', saidBy: mahari });

describe('suggestNarrative', () => {
  it.each<[string, Partial<IncidentRecord>, object]>([
    ['nothing of an empty record', {}, {}],
    [
      'what was said at the declaration',
      { incident: aRecordedIncident({ summary: 'Nobody can book' }) },
      { summary: 'Nobody can book' },
    ],
    ['how it was detected, and by whom', { events: [detected] }, { detection: 'Alarm rang (Mahari)' }],
    ['an alert by its words alone', { events: [{ ...detected, saidBy: undefined }] }, { detection: 'Alarm rang' }],
    [
      'several detections as a list',
      { events: [detected, anEventAt('15:25', { kind: 'detected', text: 'A user wrote', saidBy: undefined })] },
      { detection: '- Alarm rang (Mahari)\n- A user wrote' },
    ],
    [
      'the cause and the resolution',
      {
        events: [
          anEventAt('15:50', { kind: 'cause-found', text: 'The pool is too small' }),
          anEventAt('16:05', { kind: 'resolution', text: 'Made it larger' }),
        ],
      },
      { 'root-cause': 'The pool is too small', resolution: 'Made it larger' },
    ],
    [
      'what ended it at last, where it was opened again',
      {
        events: [
          anEventAt('16:05', { kind: 'resolution', text: 'Restarted it' }),
          anEventAt('16:30', { kind: 'reopened', text: 'It is back' }),
          anEventAt('16:45', { kind: 'mitigation', text: 'Turned it off' }),
          anEventAt('17:00', { kind: 'resolution', text: 'Rolled it back' }),
          anEventAt('17:05', { kind: 'resolution', text: 'Made it larger' }),
        ],
      },
      { resolution: '- Rolled it back\n- Made it larger' },
    ],
    [
      'people’s own words before those of the record, and that again where they emptied theirs',
      { events: [detected], narrative: narrativeOf({ detection: '', summary: 'Hers' }) },
      { detection: 'Alarm rang (Mahari)', summary: 'Hers' },
    ],
  ])('suggests %s', (_case, overrides, suggested) => {
    expect(suggestNarrative(aRecord({ ...overrides }))).toEqual(suggested);
  });
});
