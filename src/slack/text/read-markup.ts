import { type GroupId, groupId, type PersonId, personId } from '../../domain/ids.ts';
import type { Party } from '../../domain/people/person.ts';

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

/** Slack leaves the handle of a group out of messages, though not out of commands. */
const NAMELESS_GROUP = /<!subteam\^([A-Z0-9]+)>/gu;

export function hasNamelessGroup(markup: string): boolean {
  return markup.search(NAMELESS_GROUP) >= 0;
}

/** Puts the handles of groups in, as far as they are known. */
export function nameGroups(markup: string, handles: ReadonlyMap<GroupId, string>): string {
  return markup.replace(NAMELESS_GROUP, (token, id: string) => {
    const handle = handles.get(groupId(id));
    return handle === undefined ? token : `<!subteam^${id}|@${handle}>`;
  });
}

export interface LeadingParty {
  readonly party: Party | undefined;
  /** What follows, still as markup. */
  readonly rest: string;
}

/** `<@U1|ana> please look` → Ana and the rest. */
export function splitLeadingParty(markup: string): LeadingParty {
  const person = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>[\s,:]*/u.exec(markup);
  if (person?.[1] !== undefined) {
    return { party: { kind: 'person', id: personId(person[1]) }, rest: markup.slice(person[0].length) };
  }
  const group = /^<!subteam\^([A-Z0-9]+)(?:\|@?([^>]*))?>[\s,:]*/u.exec(markup);
  if (group?.[1] !== undefined) {
    const handle = group[2] ?? 'group';
    return { party: { kind: 'group', id: groupId(group[1]), handle }, rest: markup.slice(group[0].length) };
  }
  return { party: undefined, rest: markup };
}

function readToken(inside: string, names: Names): string {
  const [target = '', label] = inside.split(/\|(.*)/su);
  if (target.startsWith('@')) {
    return `@${names.get(personId(target.slice(1)))?.name ?? label ?? 'somebody'}`;
  }
  if (target.startsWith('#')) {
    return `#${label || 'channel'}`;
  }
  if (target.startsWith('!subteam^')) {
    return `@${(label ?? 'group').replace(/^@/u, '')}`;
  }
  if (target.startsWith('!')) {
    return label ?? `@${target.slice(1)}`;
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
