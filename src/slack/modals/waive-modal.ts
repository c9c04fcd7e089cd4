import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { type ChannelId, channelId } from '../../domain/ids.ts';
import type { Finding } from '../../domain/postmortem/check/finding.ts';
import { type Modal, modal, textField } from '../blocks/fields.ts';
import { context, section } from '../blocks/layout.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { forms } from '../identifiers.ts';
import { type FindingName, readFindingName, writeFindingName } from '../text/finding-name.ts';
import { readText } from './read-fields.ts';

const LONGEST_REASON = 500;

const Metadata = z.object({ channel: z.string(), finding: z.string(), responseUrl: z.url().optional() });

export interface WaiveForm extends FindingName {
  readonly channel: ChannelId;
  readonly reason: string;
  /** Where the list that it stands in can be drawn anew. */
  readonly responseUrl: string | undefined;
}

export function waiveModal(
  { channel, responseUrl }: { readonly channel: ChannelId; readonly responseUrl?: string | undefined },
  finding: Finding,
): Modal {
  return modal({
    form: forms.waive,
    title: 'Waive a finding',
    submit: 'Waive',
    metadata: JSON.stringify({ channel, finding: writeFindingName(finding), responseUrl }),
    blocks: [
      section(escapeMrkdwn(finding.text)),
      context(`_${finding.why}_ \`${finding.rule}\``),
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
  const { channel, finding, responseUrl } = Metadata.parse(JSON.parse(view.private_metadata));
  return { ...readFindingName(finding), channel: channelId(channel), reason: readText(view, 'reason'), responseUrl };
}
