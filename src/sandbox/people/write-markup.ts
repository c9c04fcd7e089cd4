import type { State } from '../state/state.ts';

/** What somebody typed, as Slack sends it: escaped, with ids for the names of people, groups and channels. */
export function writeMarkup(state: State, typed: string, options: { readonly named: boolean }): string {
  const named = (name: string) => (options.named ? `|${name}` : '');
  return escaped(typed)
    .replaceAll(/@([\p{L}\p{N}._-]*[\p{L}\p{N}])/gu, (text, name: string) => {
      const person = state.people.find((other) => other.name === name);
      const group = state.groups.find(({ handle }) => handle === name);
      if (person !== undefined) {
        return `<@${person.id}${named(person.name)}>`;
      }
      return group === undefined ? text : `<!subteam^${group.id}${named(`@${group.handle}`)}>`;
    })
    .replaceAll(/#([\p{L}\p{N}_-]+)/gu, (text, name: string) => {
      const channel = state.channels.find(({ kind, name: other }) => kind !== 'direct' && other === name);
      return channel === undefined ? text : `<#${channel.id}|${options.named ? channel.name : ''}>`;
    })
    .replaceAll(/(?<![<|])\bhttps?:\/\/[^\s<>|]+/gu, (address) => `<${address}>`);
}

/** https://docs.slack.dev/messaging/formatting-message-text#escaping */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
