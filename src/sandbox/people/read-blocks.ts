import { channelById, personById } from '../state/find.ts';
import type { State } from '../state/state.ts';

/** The words that a person sees in blocks, a line each, with names in the place of ids and `[Button]` for what is pressed. */
export function readBlocks(state: State, blocks: readonly unknown[]): string {
  return blocks
    .map((block) => readNode(state, block))
    .filter((line) => line !== '')
    .join('\n');
}

/** Slack's markup as it is shown. */
export function readMarkup(state: State, markup: string): string {
  return markup
    .replaceAll(/<([^<>]*)>/gu, (_, inside: string) => readReference(state, inside))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function readReference(state: State, inside: string): string {
  const [target = '', label] = inside.split('|');
  if (target.startsWith('@')) {
    return `@${personById(state, target.slice(1))?.name ?? label ?? target.slice(1)}`;
  }
  if (target.startsWith('#')) {
    return `#${channelById(state, target.slice(1))?.name ?? label ?? target.slice(1)}`;
  }
  if (target.startsWith('!subteam^')) {
    const group = state.groups.find(({ id }) => id === target.slice('!subteam^'.length));
    return `@${group?.handle ?? label ?? target}`;
  }
  if (target.startsWith('!date^')) {
    return label ?? '';
  }
  return target.startsWith('!') ? `@${target.slice(1)}` : (label ?? target);
}

const BUTTONS = new Set(['button', 'workflow_button']);
const LISTS = ['elements', 'fields', 'options'] as const;
const PARTS = ['title', 'label', 'text', 'accessory', 'element', 'hint'] as const;

function readNode(state: State, node: unknown): string {
  if (!isRecord(node)) {
    return '';
  }
  const { type, text } = node;
  if ((type === 'mrkdwn' || type === 'markdown') && typeof text === 'string') {
    return readMarkup(state, text);
  }
  if (typeof text === 'string') {
    return text;
  }
  if (BUTTONS.has(String(type))) {
    return `[${readNode(state, text)}]`;
  }
  if (String(type).endsWith('select') || type === 'overflow') {
    return `[${readMenu(state, node)}]`;
  }
  const inner = PARTS.map((part) => readNode(state, node[part]));
  const lists = LISTS.flatMap((list) => (Array.isArray(node[list]) ? node[list] : [])).map((item) =>
    readNode(state, item),
  );
  const separator = type === 'actions' || type === 'context' ? '  ' : '\n';
  return [...inner, lists.filter((part) => part !== '').join(separator)].filter((part) => part !== '').join('\n');
}

/** A closed menu hides its options. */
function readMenu(state: State, { initial_option, placeholder }: Readonly<Record<string, unknown>>): string {
  return readNode(state, initial_option) || readNode(state, placeholder) || '…';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
