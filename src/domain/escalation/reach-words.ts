/** Why a call did not get through, where the reason is ours or plain HTTP; of others’ reasons their word is all we have. */
export function reachWords(reason: string): string | undefined {
  const [, status] = /^http_(\d{3})$/u.exec(reason) ?? [];
  return status === undefined ? WORDS[reason] : `The answer was HTTP ${status}.`;
}

const WORDS: Readonly<Record<string, string>> = {
  cannot_be_called: 'It is a bot or a deactivated account.',
  group_has_nobody_to_call: 'The group has no active member.',
  group_has_nobody_left: 'Everybody in the group has passed on.',
  do_not_disturb: 'They asked not to be disturbed.',
  rota_gone: 'The policy has no such rota any more.',
  incident_is_private: 'The incident is private, and that channel is not.',
  user_not_found: 'There is no such person.',
  user_disabled: 'The account is deactivated.',
  webhook_unknown: 'The policy names no such webhook.',
  webhook_without_secret: 'Its secret is missing.',
  webhook_secret_malformed: 'Its secret has characters that no key has.',
  webhook_timed_out: 'It did not answer in time.',
  webhook_unreachable: 'It could not be reached.',
};
