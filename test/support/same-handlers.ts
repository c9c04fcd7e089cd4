import type { ClaimedWork, Work } from '../../src/use-cases/work.ts';
import type { Handlers } from '../../src/work/handlers.ts';

/** The same handler for every kind of work. */
export function sameHandlers(run: (work: Work, claimed: ClaimedWork) => Promise<void>): Handlers {
  return {
    'open-channel': run,
    'tell-declarer': run,
    'post-card': run,
    'pin-card': run,
    'refresh-card': run,
    'refresh-announcement': run,
    'set-topic': run,
    announce: run,
    invite: run,
    'record-join': run,
    'post-event-line': run,
    'sync-message': run,
    'keep-file': run,
    'confirm-tag': run,
    'unconfirm-tag': run,
    'post-update': run,
    'announce-update': run,
    'nudge-update': run,
    'post-escalation': run,
    'refresh-escalation': run,
    'call-group': run,
    'call-person': run,
    'post-unreached': run,
    'post-action-item': run,
    'publish-postmortem': run,
    'tell-owners': run,
    'tell-owner': run,
    'schedule-reminders': run,
    'remind-owner': run,
    'publish-home': run,
    'report-failure': run,
    'know-everybody': run,
    'forget-old': run,
    'run-command': run,
    'return-command': run,
    answer: run,
  };
}
