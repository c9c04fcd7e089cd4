import { type Instant, timeZone as knownTimeZone, offsetName, SECOND, toMilliseconds } from '../../domain/time.ts';
import type { PersonRecord } from '../state/records.ts';
import type { State } from '../state/state.ts';

/** https://docs.slack.dev/reference/objects/user-object; Slack tells the time zone of deactivated people no more. */
export function wireUser(state: State, person: PersonRecord, options: { readonly locale: boolean }) {
  return {
    id: person.id,
    team_id: state.team.id,
    name: person.name,
    deleted: person.isDeactivated,
    ...(person.isDeactivated
      ? {}
      : {
          real_name: person.realName,
          ...wireTimeZone(state, person),
          is_admin: person.isAdmin === true,
          is_owner: false,
        }),
    profile: {
      real_name: person.realName,
      real_name_normalized: person.realName,
      display_name: person.isBot ? '' : person.name,
      display_name_normalized: person.isBot ? '' : person.name,
      team: state.team.id,
      ...wireStatus(state, person),
      ...(state.scopes.includes('users:read.email') && !person.isBot ? { email: emailOf(person) } : {}),
      ...(person.id === state.bot.userId ? { api_app_id: state.bot.appId, bot_id: state.bot.botId } : {}),
    },
    is_bot: person.isBot,
    is_app_user: false,
    updated: person.updatedSeconds ?? 0,
    ...(options.locale && !person.isDeactivated && person.locale !== null ? { locale: person.locale } : {}),
  };
}

/** https://docs.slack.dev/apis/web-api/user-presence-and-status: one that has ended is gone, 0 means that it does not end. */
function wireStatus(state: State, { isBot, status }: PersonRecord) {
  if (isBot) {
    return {};
  }
  const { text, emoji, until } = status ?? { text: '', emoji: '' };
  return until !== undefined && until <= state.clock.now()
    ? { status_text: '', status_emoji: '', status_expiration: 0 }
    : { status_text: text, status_emoji: emoji, status_expiration: until === undefined ? 0 : secondsOf(until) };
}

function secondsOf(at: Instant): number {
  return Math.floor(toMilliseconds(at) / SECOND);
}

function emailOf(person: PersonRecord): string {
  return `${person.name}@example.com`;
}

function wireTimeZone(state: State, person: PersonRecord) {
  const offset = offsetSeconds(state, person.timeZone);
  const name = new Intl.DateTimeFormat('en', { timeZone: person.timeZone, timeZoneName: 'long' })
    .formatToParts(new Date(state.clock.now()))
    .find(({ type }) => type === 'timeZoneName');
  return { tz: person.timeZone, tz_label: name?.value ?? person.timeZone, tz_offset: offset };
}

function offsetSeconds(state: State, zone: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] =
    /UTC([+-])(\d+)(?::(\d+))?/u.exec(offsetName(state.clock.now(), knownTimeZone(zone))) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3_600 + Number(minutes) * 60);
}
