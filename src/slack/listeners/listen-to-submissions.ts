import type { App, SlackViewAction, ViewOutput, ViewResponseAction } from '@slack/bolt';
import { personId, teamId } from '../../domain/ids.ts';
import { noticeModal } from '../modals/notice-modal.ts';
import type { SubmissionAnswer } from './feature.ts';
import type { Listening } from './listen.ts';

/** A form is stored before it closes: what somebody wrote stays before their eyes until it is safe. */
export function listenToSubmissions(app: App, listening: Listening): void {
  listenToClosings(app, listening);
  app.view(/./u, async ({ ack, body, view }) => {
    const submission = { ...requesterOf(body), deliveryKey: `${view.id}:${view.hash}`, view };
    const handler = listening.feature.submissions[view.callback_id];
    const outcome = await handler?.(submission).catch((fault: unknown): SubmissionAnswer => {
      listening.log.error({ error: fault, form: view.callback_id }, 'a form failed');
      return tellOfFault(view);
    });
    const response = responseTo(outcome ?? { kind: 'done' });
    await (response === undefined ? ack() : ack(response));
  });
}

/** A form that was closed without being sent, where it asked to tell: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_closed */
function listenToClosings(app: App, { feature, log }: Listening): void {
  app.view({ callback_id: /./u, type: 'view_closed' }, async ({ ack, body, view }) => {
    const closing = { ...requesterOf(body), deliveryKey: `${view.id}:${view.hash}:closed`, view };
    await feature.closings[view.callback_id]?.(closing).catch((fault: unknown) => {
      log.error({ error: fault, form: view.callback_id }, 'the closing of a form failed');
    });
    await ack();
  });
}

function requesterOf({ team, user }: SlackViewAction) {
  return { teamId: teamId(team?.id ?? user.team_id ?? ''), personId: personId(user.id) };
}

/** https://docs.slack.dev/surfaces/modals#response_actions */
function responseTo(answer: SubmissionAnswer): ViewResponseAction | undefined {
  switch (answer.kind) {
    case 'done':
      return undefined;
    case 'all-done':
      return { response_action: 'clear' };
    case 'errors':
      return { response_action: 'errors', errors: answer.errors };
    case 'next':
      return { response_action: 'push', view: answer.modal };
    case 'instead':
      return { response_action: 'update', view: answer.modal };
  }
}

/** Slack shows words at fields only. */
function tellOfFault(view: ViewOutput): SubmissionAnswer {
  const words = 'Something broke on my side, and part of it may be saved already. Please send it again.';
  const field = view.blocks.find(({ type }) => type === 'input')?.block_id;
  return field === undefined
    ? { kind: 'instead', modal: noticeModal({ form: view.callback_id, title: 'That did not work', text: words }) }
    : { kind: 'errors', errors: { [field]: words } };
}
