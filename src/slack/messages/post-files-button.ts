import type { Button } from '@slack/types';
import { button } from '../blocks/layout.ts';
import { buttons } from '../identifiers.ts';

/** Posts the postmortem's files as they are now in the channel it is pressed in. */
export function postFilesButton(): Button {
  return button({ label: 'Post the files again', action: buttons.postFiles, value: 'postmortem' });
}
