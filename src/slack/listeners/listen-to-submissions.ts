import type { App } from '@slack/bolt';
import { personId, teamId } from '../../domain/ids.ts';
import type { SubmissionAnswer } from './feature.ts';
import type { Listening } from './listen.ts';

/** A form is stored before it closes: what somebody wrote stays before their eyes until it is safe. */
export function listenToSubmissions(app: App, listening: Listening): void {
  app.view(/./u, async ({ ack, body, view }) => {
    const submission = {
      teamId: teamId(body.team?.id ?? body.user.team_id ?? ''),
      personId: personId(body.user.id),
      deliveryKey: `${view.id}:${view.hash}`,
      view,
    };
    const handler = listening.feature.submissions[view.callback_id];
    const outcome = await handler?.(submission).catch((fault: unknown): SubmissionAnswer => {
      listening.log.error({ error: fault, form: view.callback_id }, 'a form failed');
      const errors = {
        [firstField(view.blocks)]: 'Something broke on my side and nothing was saved. Please send it again.',
      };
      return { kind: 'errors', errors };
    });
    await (outcome?.kind === 'errors' ? ack({ response_action: 'errors', errors: outcome.errors }) : ack());
  });
}

function firstField(blocks: readonly { type: string; block_id?: string }[]): string {
  return blocks.find(({ type }) => type === 'input')?.block_id ?? '';
}
