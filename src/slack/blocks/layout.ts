import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  KnownBlock,
  Overflow,
  SectionBlock,
  StaticSelect,
} from '@slack/types';
import { limits } from './limits.ts';
import { mrkdwn, plainText } from './text.ts';

/** What is posted: the blocks, and the text that notifications and screen readers use instead. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plainText(text, limits.headerText) };
}

/** `text` is mrkdwn: whatever was typed must have gone through `escapeMrkdwn`. */
export function section(text: string, accessory?: Button | Overflow): SectionBlock {
  const block: SectionBlock = { type: 'section', text: mrkdwn(text, limits.sectionText) };
  return accessory === undefined ? block : { ...block, accessory };
}

export function context(...texts: string[]): ContextBlock {
  const elements = texts.slice(0, limits.contextElements).map((text) => mrkdwn(text, limits.contextText));
  return { type: 'context', elements };
}

export function divider(): DividerBlock {
  return { type: 'divider' };
}

export function actions(...elements: (Button | Overflow | StaticSelect)[]): ActionsBlock {
  return { type: 'actions', elements: elements.slice(0, limits.actionElements) };
}

export function button(props: {
  readonly label: string;
  readonly action: string;
  readonly value: string;
  readonly style?: 'primary' | 'danger';
}): Button {
  const element: Button = {
    type: 'button',
    text: plainText(props.label, limits.buttonText),
    action_id: props.action,
    value: props.value,
  };
  return props.style === undefined ? element : { ...element, style: props.style };
}

/** In the units that Slack's limits count. */
const LONGEST_CHARACTER = 2;

/** Somebody's words, whole and as they are, in as many blocks as they need. */
export function quote(words: string): SectionBlock[] {
  const characters = [...words];
  const atOnce = Math.floor(limits.sectionText / LONGEST_CHARACTER);
  const blocks: SectionBlock[] = [];
  for (let start = 0; start < characters.length; start += atOnce) {
    const text = characters.slice(start, start + atOnce).join('');
    blocks.push({ type: 'section', text: { type: 'plain_text', text, emoji: false } });
  }
  return blocks;
}

/** A message of one paragraph. */
export function paragraph(text: string): Message {
  return { text, blocks: [section(text)] };
}

/** Blocks that stand only sometimes. */
export function when(condition: boolean, blocks: () => KnownBlock[]): KnownBlock[] {
  return condition ? blocks() : [];
}
