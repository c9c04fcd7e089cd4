import { channelId, groupId, type PersonId, personId } from '../../domain/ids.ts';
import type { Party } from '../../domain/people/person.ts';
import type { Mention } from '../../domain/timeline/mention.ts';

/** Names of people as far as known, by id. */
export type Names = ReadonlyMap<PersonId, { readonly name: string }>;

const TOKEN = /<([^<>]*)>/gu;

/**
 * What Slack sent, as plain text: mentions as names, links as text, escapes undone. The inverse of nothing: on its way
 * out again the text is escaped, so that a stored mention never notifies anybody.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function readMarkup(markup: string, names: Names): string {
  return undoEscapes(markup.replace(TOKEN, (_, inside: string) => readToken(inside, names)));
}

/** Everybody mentioned. */
export function mentionedPeople(markup: string): readonly PersonId[] {
  return [...markup.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/gu)].map(([, id = '']) => personId(id));
}

/** Everybody and everything mentioned, once each, by the names that the text shows. */
export function readMentions(markup: string, names: Names): readonly Mention[] {
  const mentions = [...markup.matchAll(TOKEN)].flatMap(([, inside = '']) => readMention(inside, names) ?? []);
  return mentions.filter((mention, index) => index === mentions.findIndex(({ id }) => id === mention.id));
}

function readMention(inside: string, names: Names): Mention | undefined {
  const [, sign, id = ''] = /^(@|#|!subteam\^)([A-Z0-9]+)(?:\||$)/u.exec(inside) ?? [];
  const name = readToken(inside, names).slice(1);
  switch (sign) {
    case '@':
      return { kind: 'person', id: personId(id), name };
    case '#':
      return { kind: 'channel', id: channelId(id), name };
    case '!subteam^':
      return { kind: 'group', id: groupId(id), name };
    default:
      return undefined;
  }
}

export interface LeadingParty {
  readonly party: Party | undefined;
  /** What follows, still as markup. */
  readonly rest: string;
}

/** `<@U1|ana> please look` → Ana and the rest. */
export function splitLeadingParty(markup: string): LeadingParty {
  const person = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/u.exec(markup);
  if (person?.[1] !== undefined) {
    return { party: { kind: 'person', id: personId(person[1]) }, rest: afterParty(markup.slice(person[0].length)) };
  }
  const group = /^<!subteam\^([A-Z0-9]+)(?:\|@?([^>]*))?>/u.exec(markup);
  if (group?.[1] !== undefined) {
    const handle = group[2] || 'group';
    return { party: { kind: 'group', id: groupId(group[1]), handle }, rest: afterParty(markup.slice(group[0].length)) };
  }
  return { party: undefined, rest: markup };
}

/** Without the comma or the colon that follows a name, but with that of `:fire:`. */
function afterParty(markup: string): string {
  return markup.replace(/^(?:[\s,]|:(?![a-z0-9_+'-]+:))+/u, '');
}

/** The first whom a text names, wherever in it. */
export function firstParty(markup: string): Party | undefined {
  const at = markup.search(/<@[UW]|<!subteam\^/u);
  return at < 0 ? undefined : splitLeadingParty(markup.slice(at)).party;
}

export interface LeadingParties {
  /** Once each. */
  readonly parties: readonly Party[];
  /** What follows, still as markup. */
  readonly rest: string;
}

/** `<@U1|ana>, <!subteam^S1|@dba>: please look` → Ana, the group and the rest. */
export function splitLeadingParties(markup: string): LeadingParties {
  const parties: Party[] = [];
  let { party, rest } = splitLeadingParty(markup);
  while (party !== undefined) {
    const { kind, id } = party;
    if (!parties.some((known) => known.kind === kind && known.id === id)) {
      parties.push(party);
    }
    ({ party, rest } = splitLeadingParty(rest.replace(BETWEEN_PARTIES, '')));
  }
  return { parties, rest };
}

/** Not before other words: there it may be their beginning. */
const BETWEEN_PARTIES = /^(?:[\s,:;+/]|&amp;|and\s)+(?=<[@!#]|@)/iu;

/** The `@here`, or the channel, that a text begins with. */
export function leadingCrowd(markup: string): string | undefined {
  return /^(?:<(?:!(?:here|channel|everyone)|#[A-Z0-9]+)(?:\|[^>]*)?>|@(?:here|channel|everyone)\b)/u.exec(markup)?.[0];
}

function readToken(inside: string, names: Names): string {
  const [target = '', label] = inside.split(/\|(.*)/su);
  if (target.startsWith('@')) {
    return `@${names.get(personId(target.slice(1)))?.name || label || 'somebody'}`;
  }
  if (target.startsWith('#')) {
    return `#${label || 'channel'}`;
  }
  if (target.startsWith('!subteam^')) {
    return `@${label?.replace(/^@/u, '') || 'group'}`;
  }
  if (target.startsWith('!')) {
    return label || `@${target.slice(1).replace(/\^.*/su, '')}`;
  }
  if (target === '' || !/^(?:https?|mailto|tel|ftp):/u.test(target)) {
    return `<${inside}>`;
  }
  const isSame = label === undefined || target.replace(/^\w+:(?:\/\/)?/u, '').replace(/\/$/u, '') === label;
  return isSame ? target : `${label} (${target})`;
}

function undoEscapes(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
