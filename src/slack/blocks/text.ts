import type { MrkdwnElement, PlainTextElement } from '@slack/types';

/**
 * What a person typed, made safe to stand in mrkdwn: it notifies nobody. Their `*bold*` stays, and web addresses are
 * links. https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeMrkdwn(typed: string): string {
  return escapeWords(typed).replaceAll(WEB_ADDRESS, (address) => `<${address}>`);
}

/**
 * The same where no link may stand, as within another. What would turn the rest of the line around becomes a space of no
 * width: Slack takes no text that is empty.
 */
export function escapeWords(typed: string): string {
  return typed
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/gu, '\u200b')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Without the marks that end a sentence, and without a bracket unless it was opened in the address. */
const WEB_ADDRESS =
  /\bhttps?:\/\/(?:(?!&[lg]t;)[^\s|`])*(?:(?!&[lg]t;)[^\s|`.,:;!?'")\]]|(?<=\/[^\s()]*\([^\s()]*)\))/gu;

/** Cuts mrkdwn to what Slack takes, with an ellipsis; never in the middle of an escape, a link or a character. */
export function cut(text: string, longest: number): string {
  return cutBefore(text, longest, /(?:&[a-z]{0,4}|<[^>]*|[\uD800-\uDBFF])$/u);
}

/** `escapeMrkdwn`, cut. An address that does not fit is shown as far as it does, and is no link: that would lead elsewhere. */
export function cutTyped(typed: string, longest: number): string {
  const whole = escapeMrkdwn(typed);
  if (whole.length <= longest) {
    return whole;
  }
  const begun = whole.slice(0, longest - 1).replace(/(?:&[a-z]{0,4}|[\uD800-\uDBFF])$/u, '');
  return `${begun.replace(/<(?=[^>]*$)/u, '')}…`;
}

/** Cuts words that stand as they are, in which `<` and `&` mean themselves; never in the middle of a character. */
export function cutPlain(text: string, longest: number): string {
  return cutBefore(text, longest, /[\uD800-\uDBFF]$/u);
}

/** `half` is what must not stand at the end for being only the beginning of something. */
function cutBefore(text: string, longest: number, half: RegExp): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(half, '')}…`;
}

/** Verbatim: otherwise Slack itself would make mentions of words that begin with an `@`, and those notify. */
export function mrkdwn(text: string, longest: number): MrkdwnElement {
  return { type: 'mrkdwn', text: cut(text, longest), verbatim: true };
}

export function plainText(text: string, longest: number): PlainTextElement {
  return { type: 'plain_text', text: cutPlain(text, longest), emoji: true };
}
