import type { PersonId } from '../../../src/domain/ids.ts';
import type { Entry } from './history.ts';
import type { Story } from './read-story.ts';

/** What is wrong with how an escalation stands when the month is over, and with what people see of it. */
export function checkEnding(story: Story): readonly string[] {
  return [...checkState(story), ...checkShown(story), ...checkEnd(story)];
}

function checkState({ escalation, incident, entries }: Story): readonly string[] {
  const { state, requestedBy } = escalation;
  if (state === 'calling') {
    return ['it still calls, and nothing is left that would go on with it'];
  }
  const pending = escalation.calls.filter((call) => call.state === 'pending');
  const wrong = pending.map(({ personId, target }) => `the call of ${personId ?? target.kind} is still pending`);
  if (state !== 'unanswered') {
    return wrong;
  }
  const gaveUp = Math.max(0, ...entries.filter(isTurn).map(({ number }) => number));
  const told = (what: Entry['what'], person?: PersonId) =>
    entries.some(
      (entry) => entry.what === what && entry.number > gaveUp && (person === undefined || entry.personId === person),
    );
  const asked = [...new Set([requestedBy, incident.declaredBy])];
  return [
    ...wrong,
    ...(told('post-unanswered') ? [] : ['the channel was not told that nobody answered']),
    ...asked.filter((id) => !told('tell-unanswered', id)).map((id) => `${id} was not told that nobody answered`),
  ];
}

/** Who takes a call on, or gives it back. */
function isTurn({ what, outcome, text }: Entry): boolean {
  return ['answer', 'write', 'pass-on'].includes(what) && outcome === 'done' && text !== 'was unanswered';
}

/** Whatever shows the escalation shows in the end how it stands. */
function checkShown({ escalation, entries }: Story): readonly string[] {
  const { state, heldBy } = escalation;
  const isSo = (entry: Entry | undefined) => entry?.shown === state && entry.heldBy === heldBy;
  const card = entries.findLast(({ what }) => what === 'post-escalation' || what === 'refresh-escalation');
  const wrong = card === undefined || isSo(card) ? [] : [`the channel sees ${card.shown}, and it is ${state}`];
  const messages = new Map<string, Entry>();
  for (const entry of entries) {
    if (['call-person', 'call-channel', 'refresh-call'].includes(entry.what)) {
      messages.set(entry.callId ?? '', entry);
    }
  }
  for (const entry of messages.values()) {
    // What goes on by itself changes no message of those called before.
    const isStillOpen =
      ['calling', 'unanswered'].includes(state) && ['calling', 'unanswered'].includes(entry.shown ?? '');
    if (!isStillOpen && !isSo(entry)) {
      wrong.push(`call ${entry.callId} shows ${entry.shown} held by ${entry.heldBy}, and it is ${state} by ${heldBy}`);
    }
  }
  return wrong;
}

/** Whoever waited with a call hears once that it is over. */
function checkEnd({ entries }: Story): readonly string[] {
  const end = entries.find(({ what }) => what === 'end');
  if (end === undefined || entries.some((entry) => isTurn(entry) && entry.elapsed === end.elapsed)) {
    return [];
  }
  const wasAnswered = end.outcome === 'was answered';
  const called = entries.filter(({ what, number }) => what === 'call-person' && number < end.number);
  const passedOn = (id?: PersonId) =>
    entries.some(({ what, personId, outcome }) => what === 'pass-on' && personId === id && outcome === 'done');
  const answered = (id?: PersonId) => entries.some((entry) => isTurn(entry) && entry.personId === id);
  return [...new Set(called.map(({ personId }) => personId))].flatMap((id) => {
    const told = entries.filter(({ what, personId }) => what === 'tell-ended' && personId === id).length;
    const isDue = !wasAnswered && !passedOn(id) && !answered(id);
    return told === Number(isDue) || (!isDue && told < 2 && !wasAnswered)
      ? []
      : [`${id} was told ${told} times that the incident is over`];
  });
}
