import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { type ChannelId, channelId } from '../../domain/ids.ts';
import type { Finding } from '../../domain/postmortem/check/finding.ts';
import { groupAlike, nameOfAll } from '../../domain/postmortem/check/group-alike.ts';
import { LONGEST_REASON, type Modal, modal, textField } from '../blocks/fields.ts';
import { context, section, when } from '../blocks/layout.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { forms } from '../identifiers.ts';
import { type FindingName, readFindingName, writeFindingName } from '../text/finding-name.ts';
import { readText } from './read-fields.ts';

const Metadata = z.object({
  channel: z.string(),
  finding: z.string(),
  shown: z.string(),
  responseUrl: z.url().optional(),
});

export interface WaiveForm extends FindingName {
  readonly channel: ChannelId;
  readonly reason: string;
  /** Names all that the form showed. */
  readonly shown: string;
  /** Where the list that it stands in can be drawn anew. */
  readonly responseUrl: string | undefined;
}

/** `finding` and those that are shown as one with it: one reason is for all. */
export function waiveModal(
  { channel, responseUrl }: { readonly channel: ChannelId; readonly responseUrl?: string | undefined },
  finding: Finding,
  alike: readonly Finding[],
): Modal {
  const [text = ''] = groupAlike(alike).map((one) => one.text);
  return modal({
    form: forms.waive,
    title: 'Waive a finding',
    submit: 'Waive',
    metadata: JSON.stringify({ channel, finding: writeFindingName(finding), shown: nameOfAll(alike), responseUrl }),
    blocks: [
      section(escapeMrkdwn(text)),
      context(`_${finding.why}_ \`${finding.rule}\``),
      ...when(alike.length > 1, () => [section(`Your reason is for *all ${alike.length}* of them.`)]),
      textField({
        name: 'reason',
        label: 'Why does it not hold here?',
        hint: 'It stays in the list, with your name and this reason, and stops nothing.',
        isMultiline: true,
        longest: LONGEST_REASON,
      }),
    ],
  });
}

export function readWaiveModal(view: ViewOutput): WaiveForm {
  const { channel, finding, shown, responseUrl } = Metadata.parse(JSON.parse(view.private_metadata));
  const reason = readText(view, 'reason');
  return { ...readFindingName(finding), channel: channelId(channel), reason, shown, responseUrl };
}
