import { incidentName } from '../../domain/incident/incident.ts';
import { countMusts } from '../../domain/postmortem/check/finding.ts';
import type { ShownDraft } from '../../use-cases/postmortem-board.ts';
import { actions, context, header, type Message, section } from '../blocks/layout.ts';
import { draftBlocks, draftItems } from './draft-blocks.ts';
import { postFilesButton } from './post-files-button.ts';

/** Pinned in the channel, and brought up to date, where the workspace has no canvases. */
export function pinnedPostmortem({ incident, postmortem, findings }: ShownDraft): Message {
  const title = `Postmortem of ${incidentName(incident)} as it is now`;
  const musts = countMusts(findings);
  const lacks = musts === 0 ? 'Nothing must be mended.' : `${musts === 1 ? '1 thing' : `${musts} things`} to mend.`;
  return {
    text: title,
    blocks: [
      header(title),
      ...draftBlocks(postmortem),
      ...draftItems(postmortem),
      section(
        incident.status === 'canceled' ? 'Canceled: this was a false alarm.' : `Status: ${incident.status}. ${lacks}`,
      ),
      context('This message follows every change. All of it stands in the files.'),
      actions(postFilesButton()),
    ],
  };
}
