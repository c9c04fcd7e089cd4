import { type Modal, modal } from '../blocks/fields.ts';
import { section } from '../blocks/layout.ts';

/** Says something in the place of a form, `text` in mrkdwn. Closing it leads to the form below, where there is one. */
export function noticeModal(props: { readonly form: string; readonly title: string; readonly text: string }): Modal {
  const { form, title, text } = props;
  return modal({ form, title, close: 'Back', metadata: '', blocks: [section(text)] });
}
