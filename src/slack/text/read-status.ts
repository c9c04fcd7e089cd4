import type { PersonalStatus } from '../../domain/people/away.ts';
import { instant, SECOND } from '../../domain/time.ts';

/** What we read of a user object of a custom status: https://docs.slack.dev/apis/web-api/user-presence-and-status */
export interface SlackStatus {
  readonly updated?: number | undefined;
  readonly profile?:
    | {
        readonly status_text?: string | undefined;
        readonly status_emoji?: string | undefined;
        /** 0 where it stays until it is taken away. */
        readonly status_expiration?: number | undefined;
      }
    | undefined;
}

/** Of the year 9999: of what is far later no instant can be made, and one person's status must not hide everybody else. */
const LAST_SECOND = 253_402_300_799;

export function readStatus({ updated = 0, profile = {} }: SlackStatus): PersonalStatus {
  const { status_text: text = '', status_emoji: emoji = '', status_expiration: expiration = 0 } = profile;
  return {
    text,
    emoji: emoji.replace(/^:|:$/gu, ''),
    endsAt: expiration > 0 && expiration <= LAST_SECOND ? instant(expiration * SECOND) : undefined,
    changedAt: updated > 0 ? instant(updated * SECOND) : undefined,
  };
}
