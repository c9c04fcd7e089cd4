import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../src/domain/time.ts';
import { checkMessage, type Way } from '../../src/sandbox/blocks/check-message.ts';
import { checkView } from '../../src/sandbox/blocks/check-view.ts';
import type { Modal } from '../../src/slack/blocks/fields.ts';
import type { Message } from '../../src/slack/blocks/layout.ts';
import { anyTypedText } from '../support/typed-text.ts';
import { everyLongItemMessage } from './every-item-message.ts';
import { everyMessage, everyModal } from './every-view.ts';

/** What a field of a form takes at most, and what may come before a piece so that it is cut elsewhere. */
const LONGEST = 3_000;

function fill(piece: string, before = ''): string {
  return `${before}${piece.repeat(LONGEST)}`.slice(0, LONGEST + before.length).toWellFormed();
}

const typed: Readonly<Record<string, string>> = {
  'a line': 'Booking is down',
  'a space': ' ',
  'long prose': fill('Booking is down. '),
  'line breaks': fill('\n'),
  mentions: fill('<!channel> <@U0ANA> <!subteam^S1> '),
  'mentions cut elsewhere': fill('<!channel> ', 'xxx'),
  links: fill('<https://x.y|z>'),
  ampersands: fill('&'),
  'ampersands cut elsewhere': fill('&', 'xx'),
  escapes: fill('&amp;&lt;', 'x'),
  marks: fill('*_~`>'),
  fences: fill('```\n'),
  'emoji names': fill(':fire:'),
  emoji: fill('🔥'),
  'emoji cut elsewhere': fill('🔥', 'x'),
  'joined emoji': fill('👩‍👩‍👧‍👦', 'x'),
  'accents on accents': fill('\u0301', 'e'),
  'right to left': fill('\u202eעברית\u2066', 'x'),
};

/** What is posted once and then kept up to date; `chat.update` takes less. */
const UPDATED = /^(?:card of|announcement|a call that|action item|reminders of)/;

interface Views {
  readonly messages: Readonly<Record<string, Message>>;
  readonly modals: Readonly<Record<string, Modal>>;
}

function viewsOf(text: string): Views {
  return { messages: { ...everyMessage(text), ...everyLongItemMessage(text) }, modals: everyModal(text) };
}

const plainViews = viewsOf('Bookings & <!channel> fail');
const hostileViews = Object.entries(typed).map(([kind, text]) => ({ kind, views: viewsOf(text) }));

function problemsOfMessage({ messages }: Views, name: string, way: Way = 'chat.postMessage'): readonly string[] {
  const message = messages[name];
  const refusal = checkMessage({ ...message }, way);
  return [
    ...(refusal === undefined ? [] : [refusal.code, ...refusal.messages]),
    ...(message?.text.isWellFormed() ? [] : ['its text ends in half a character']),
  ];
}

function problemsOfModal({ modals }: Views, name: string): readonly string[] {
  return checkView(modals[name]);
}

function inAll(problemsOf: (views: Views) => readonly string[]): readonly string[] {
  return hostileViews.flatMap(({ kind, views }) => problemsOf(views).map((problem) => `${kind}: ${problem}`));
}

const messages = Object.keys(plainViews.messages);
const modals = Object.keys(plainViews.modals);

describe('whatever people type, Slack takes', () => {
  it.each(messages)('the message: %s', (name) => {
    expect(inAll((views) => problemsOfMessage(views, name))).toEqual([]);
  });

  it.each(messages.filter((name) => UPDATED.test(name)))('the update: %s', (name) => {
    expect(inAll((views) => problemsOfMessage(views, name, 'chat.update'))).toEqual([]);
  });

  it.each(modals)('the form: %s', (name) => {
    expect(inAll((views) => problemsOfModal(views, name))).toEqual([]);
  });

  // Each run draws all of them, lists of 120 action items among these, which takes most of a second.
  it('every view with a mix of all that', { timeout: 5 * MINUTE }, () => {
    fc.assert(
      fc.property(anyTypedText, (piece) => {
        const views = viewsOf(fill(piece));
        const problems = [
          ...messages.flatMap((name) => problemsOfMessage(views, name)),
          ...modals.flatMap((name) => problemsOfModal(views, name)),
        ];
        expect(problems).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});

describe('Slack takes a line in', () => {
  it.each(messages)('the message: %s', (name) => {
    expect(problemsOfMessage(plainViews, name)).toEqual([]);
  });

  it.each(modals)('the form: %s', (name) => {
    expect(problemsOfModal(plainViews, name)).toEqual([]);
  });
});
