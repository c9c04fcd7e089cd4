import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { channelId, groupId, type PersonId, personId } from '../../domain/ids.ts';
import type { EscalationPreview } from '../../use-cases/escalation/preview-escalation.ts';
import { type Modal, modal } from '../blocks/fields.ts';
import { context, section, when } from '../blocks/layout.ts';
import { forms } from '../identifiers.ts';
import { callWords } from '../messages/call-messages.ts';
import { previewedCalls } from '../text/previewed-call.ts';
import type { EscalateForm } from './escalate-modal.ts';

type Asked = Pick<EscalateForm, 'channel' | 'chosen' | 'reason' | 'isUrgent'>;

/** With the digest of whom they see would be called. */
interface Shown extends Asked {
  readonly shown: string;
}

export interface AskedCall extends Asked {
  readonly requestedBy: PersonId;
  /** Whether others would have been called when they looked before. */
  readonly isChanged: boolean;
}

/** Slack takes 100 blocks and 250 kB of a form; beside these there are few others. */
const MOST_SECTIONS = 60;

/** Who is about to be called and with what words. Sending it calls them. */
export function confirmCallModal(preview: EscalationPreview, asked: AskedCall): Modal {
  return modal({
    form: forms.confirmCall,
    title: 'Call them?',
    submit: 'Call',
    close: 'Back',
    metadata: writeAsked({ ...asked, shown: preview.digest }),
    blocks: [
      section(`${asked.isChanged ? CHANGED : 'Nobody has been called yet.'} *Call* calls:`),
      ...previewedCalls(preview.calls, asked, MOST_SECTIONS).map((text) => section(text)),
      context('If nobody answers, the channel, you and whoever declared the incident are told.'),
      ...when(preview.incident.isDrill, () => [context('🧪 This is a drill. They are called all the same.')]),
      ...when(preview.incident.isPrivate, () => [
        context('🔒 The incident is private. Whoever is called is invited to its channel and reads all of it.'),
      ]),
      ...words(preview, asked),
    ],
  });
}

const CHANGED = '⚠️ *Nobody was called.* Others would be called now than you were shown.';

/** A system outside gets no message. */
function words(preview: EscalationPreview, asked: AskedCall): Modal['blocks'] {
  const called = preview.calls
    .flatMap(({ steps }) => steps.flatMap(({ targets }) => targets))
    .filter(({ canBeCalled }) => canBeCalled);
  if (called.some(({ target: { kind } }) => kind !== 'webhook' && kind !== 'channel')) {
    const told = section('*What each of them gets by direct message,* with buttons to answer:');
    return [told, ...callWords(preview, asked, true).blocks];
  }
  if (called.some(({ target: { kind } }) => kind === 'channel')) {
    const told = section('*What is posted there,* with a button to answer:');
    return [told, ...callWords(preview, asked, false).blocks];
  }
  return [];
}

export function readConfirmCallModal(view: ViewOutput): Shown {
  return readAsked(view.private_metadata);
}

const Carried = z.object({
  channel: z.string().transform(channelId),
  people: z.array(z.string().transform(personId)),
  groups: z.array(z.string().transform(groupId)),
  policies: z.array(z.string()),
  isUrgent: z.boolean(),
  shown: z.string(),
});

/** The reason stands below the rest as it was typed: within JSON its quotes and new lines would take up twice the room. */
function writeAsked({ channel, chosen, isUrgent, shown, reason }: Shown): string {
  return `${JSON.stringify({ channel, ...chosen, isUrgent, shown })}\n${reason}`;
}

function readAsked(metadata: string): Shown {
  const end = metadata.indexOf('\n');
  const { channel, isUrgent, shown, ...chosen } = Carried.parse(JSON.parse(metadata.slice(0, end)));
  return { channel, isUrgent, shown, chosen, reason: metadata.slice(end + 1) };
}
