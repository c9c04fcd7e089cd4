import type { MrkdwnElement, PlainTextElement } from '@slack/types';

/**
 * What a person typed, made safe to stand in mrkdwn: it notifies nobody and links nowhere. Their `*bold*` stays.
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeMrkdwn(typed: string): string {
  return typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Cuts to what Slack takes, with an ellipsis; never in the middle of an escape, a link or a surrogate pair. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) {
    return text;
  }
  const kept = text.slice(0, longest - 1);
  return `${kept.replace(/(?:&[a-z]{0,4}|<[^>]*|[\uD800-\uDBFF])$/u, '')}…`;
}

export function mrkdwn(text: string, longest: number): MrkdwnElement {
  return { type: 'mrkdwn', text: cut(text, longest) };
}

export function plainText(text: string, longest: number): PlainTextElement {
  return { type: 'plain_text', text: cut(text, longest), emoji: true };
}
