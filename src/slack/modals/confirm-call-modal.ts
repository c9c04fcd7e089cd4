import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { channelId, groupId, type PersonId, personId } from '../../domain/ids.ts';
import type { EscalationPreview } from '../../use-cases/escalation/preview-escalation.ts';
import { type Modal, modal } from '../blocks/fields.ts';
import { context, section, when } from '../blocks/layout.ts';
import { forms } from '../identifiers.ts';
import { callWords } from '../messages/call-messages.ts';
import { previewedCall } from '../text/previewed-call.ts';
import type { EscalateForm } from './escalate-modal.ts';

type Asked = Pick<EscalateForm, 'channel' | 'chosen' | 'reason' | 'isUrgent'>;

/** Who is about to be called and with what words. Sending it calls them. */
export function confirmCallModal(preview: EscalationPreview, asked: Asked & { readonly requestedBy: PersonId }): Modal {
  return modal({
    form: forms.confirmCall,
    title: 'Call them?',
    submit: 'Call',
    close: 'Back',
    metadata: writeAsked(asked),
    blocks: [
      section('Nobody has been called yet. *Call* calls:'),
      ...preview.calls.map((call) => section(previewedCall(call, asked))),
      context('If nobody answers, the channel, you and whoever declared the incident are told.'),
      ...when(preview.incident.isPrivate, () => [
        context('🔒 The incident is private. Whoever is called is invited to its channel and reads all of it.'),
      ]),
      section('*What each of them gets by direct message,* with buttons to answer:'),
      ...callWords(preview, asked, true).blocks,
    ],
  });
}

export function readConfirmCallModal(view: ViewOutput): Asked {
  return readAsked(view.private_metadata);
}

const Carried = z.object({
  channel: z.string().transform(channelId),
  people: z.array(z.string().transform(personId)),
  groups: z.array(z.string().transform(groupId)),
  policies: z.array(z.string()),
  isUrgent: z.boolean(),
});

/** The reason stands below the rest as it was typed: within JSON its quotes and new lines would take up twice the room. */
function writeAsked({ channel, chosen, isUrgent, reason }: Asked): string {
  return `${JSON.stringify({ channel, ...chosen, isUrgent })}\n${reason}`;
}

function readAsked(metadata: string): Asked {
  const end = metadata.indexOf('\n');
  const { channel, isUrgent, ...chosen } = Carried.parse(JSON.parse(metadata.slice(0, end)));
  return { channel, isUrgent, chosen, reason: metadata.slice(end + 1) };
}
