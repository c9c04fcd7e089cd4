import type { Message } from '../../src/slack/blocks/layout.ts';
import { pinnedPostmortem } from '../../src/slack/messages/pinned-postmortem.ts';
import type { ShownDraft } from '../../src/use-cases/postmortem-board.ts';

/** What is pinned where there is no canvas. */
export function everyPinnedPostmortem(shown: ShownDraft): Readonly<Record<string, Message>> {
  return {
    'postmortem pinned': pinnedPostmortem(shown),
    'postmortem pinned with nothing missing': pinnedPostmortem({ ...shown, findings: [] }),
  };
}
