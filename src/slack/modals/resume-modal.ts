import type { ChannelId } from '../../domain/ids.ts';
import { type Modal, modal } from '../blocks/fields.ts';
import { actions, section } from '../blocks/layout.ts';
import { type FormName, forms } from '../identifiers.ts';
import { formButton } from '../messages/form-button.ts';
import { writeWritingContext } from './writing-metadata.ts';

/** What could not be done, in mrkdwn, and the way back to the words, which are safe. */
export function resumeModal(props: {
  readonly channel: ChannelId;
  readonly title: string;
  readonly text: string;
  readonly resume: FormName;
}): Modal {
  const { channel, title, text, resume } = props;
  return modal({
    form: forms.lessons,
    title,
    close: 'Close',
    metadata: writeWritingContext({ channel, purpose: 'write', shown: {}, conflicts: [], hasLessonsNext: false }),
    blocks: [section(text), actions(formButton('Go on writing', resume))],
  });
}
