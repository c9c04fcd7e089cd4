import type { Call } from '../../../src/domain/escalation/escalation.ts';
import type { PersonId } from '../../../src/domain/ids.ts';
import { MINUTE, millisecondsBetween } from '../../../src/domain/time.ts';
import type { Entry } from './history.ts';
import type { Story } from './read-story.ts';

/** What is wrong with whom an escalation called, as they saw it happen. */
export function checkCalls({ escalation, entries }: Story): readonly string[] {
  const wrong: string[] = [];
  const passedOn = new Set<PersonId>();
  const called = new Map<string, number>();
  const asked = new Map<PersonId | undefined, number>();
  let settled: Entry | undefined;
  let question: Entry | undefined;
  let holder: PersonId | undefined;
  for (const entry of entries) {
    const { what, personId, outcome } = entry;
    const call = escalation.calls.find(({ id }) => id === entry.callId);
    if (question !== undefined && millisecondsBetween(question.at, entry.at) >= 5 * MINUTE) {
      // Silence takes the answer back.
      settled = settled?.what === 'end' ? settled : undefined;
    }
    if (what === 'ask-still-on-it') {
      question = entry;
    } else if (isWord(entry)) {
      question = undefined;
    }
    if (what === 'end') {
      settled = entry;
    } else if ((what === 'answer' || what === 'write') && outcome === 'done') {
      if (settled !== undefined) {
        wrong.push(`${personId} answered what ${settled.personId ?? 'the end'} had settled`);
      }
      settled = entry;
      holder = personId;
      passedOn.delete(personId as PersonId);
    } else if (what === 'answer' && outcome === 'already-acknowledged' && entry.text !== `by ${holder}`) {
      wrong.push(`${personId} was told that the call is answered ${entry.text}, and it is by ${holder}`);
    } else if (what === 'pass-on' && outcome === 'done') {
      passedOn.add(personId as PersonId);
      settled = settled?.what === 'end' ? settled : undefined;
    } else if (what === 'ask-later' && outcome === 'done') {
      asked.set(personId, (asked.get(personId) ?? 0) + 1);
    } else if ((what === 'call-person' || what === 'call-channel') && call !== undefined) {
      wrong.push(...checkCall(entry, call, { settled, passedOn }));
      const key = `${personId ?? call.target.kind}:${call.round}:${call.step}`;
      called.set(key, (called.get(key) ?? 0) + 1);
      if ((called.get(key) ?? 0) > 1 + (asked.get(personId) ?? 0)) {
        wrong.push(`${personId ?? 'the channel'} was called twice in step ${call.step} of round ${call.round}`);
      }
    }
  }
  return wrong;
}

function checkCall(
  entry: Entry,
  call: Call,
  known: {
    readonly settled: Entry | undefined;
    readonly passedOn: ReadonlySet<PersonId>;
  },
): readonly string[] {
  const { settled, passedOn } = known;
  const whom = entry.personId ?? 'the channel';
  const isOnItsWay = settled?.elapsed === entry.elapsed;
  return [
    ...(settled !== undefined && !isOnItsWay
      ? [`${whom} was called after ${settled.personId ?? 'the end'} had settled it`]
      : []),
    ...(entry.personId !== undefined && passedOn.has(entry.personId)
      ? [`${whom} was called after they had passed on (round ${call.round}, step ${call.step})`]
      : []),
  ];
}

/** Whoever is on it says something of it. */
function isWord({ what, outcome }: Entry): boolean {
  return outcome === 'done' && ['answer', 'write', 'pass-on', 'stay'].includes(what);
}
