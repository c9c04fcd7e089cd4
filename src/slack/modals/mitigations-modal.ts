import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { type ChannelId, timelineEventId } from '../../domain/ids.ts';
import { MITIGATION_ENDS, type MitigationEnd } from '../../domain/timeline/mitigation.ts';
import type { TimelineEvent } from '../../domain/timeline/timeline-event.ts';
import type { Settlement } from '../../use-cases/timeline/settle-mitigations.ts';
import { choiceField, type Modal, modal } from '../blocks/fields.ts';
import { context, section } from '../blocks/layout.ts';
import { cutPlain } from '../blocks/text.ts';
import { forms } from '../identifiers.ts';
import { writeFormMetadata } from './form-metadata.ts';
import { readChoice } from './read-fields.ts';

const FIELD = 'mitigation-';
const SHOWN = 20;
const LABEL = 300;

const LABELS: Readonly<Record<MitigationEnd, string>> = {
  reverted: 'Reverted: it is not in place any more',
  kept: 'It stays: kept on purpose, or nothing to revert',
};

export function mitigationsModal(channel: ChannelId, open: readonly TimelineEvent[]): Modal {
  return modal({
    form: forms.mitigations,
    title: 'Open mitigations',
    submit: 'Save',
    metadata: writeFormMetadata({ channel, message: undefined }),
    blocks: [
      section('What was changed to ease the incident, and still stands? One left empty stays open.'),
      ...mitigationFields(open),
    ],
  });
}

/** A field for each that is open; another form may end with them. */
export function mitigationFields(open: readonly TimelineEvent[]): readonly KnownBlock[] {
  const hidden = open.length - SHOWN;
  return [
    ...open.slice(0, SHOWN).map(({ id, text }) =>
      choiceField({
        name: `${FIELD}${id}`,
        label: `🚧 ${cutPlain(text.replaceAll(/\s+/gu, ' '), LABEL)}`,
        choices: MITIGATION_ENDS.map((end) => ({ value: end, label: LABELS[end] })),
        isOptional: true,
      }),
    ),
    ...(hidden > 0 ? [context(`and ${hidden} more: \`/incident timeline mitigation\` shows them`)] : []),
  ];
}

export function readMitigationFields(view: ViewOutput): readonly Settlement[] {
  return Object.keys(view.state.values)
    .filter((name) => name.startsWith(FIELD))
    .flatMap((name) => {
      const chosen = readChoice(view, name);
      const as = MITIGATION_ENDS.find((end) => end === chosen);
      return as === undefined ? [] : [{ eventId: timelineEventId(name.slice(FIELD.length)), as }];
    });
}
