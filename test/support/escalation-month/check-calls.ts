import type { Call } from '../../../src/domain/escalation/escalation.ts';
import type { PersonId } from '../../../src/domain/ids.ts';
import { MINUTE, millisecondsBetween } from '../../../src/domain/time.ts';
import type { Entry } from './history.ts';
import type { Story } from './read-story.ts';

/** What is wrong with whom an escalation called, as they saw it happen. */
export function checkCalls({ escalation, entries }: Story): readonly string[] {
  const wrong: string[] = [...checkDeliveries(entries)];
  const passedOn = new Map<PersonId | undefined, Entry>();
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
      // Of what is done at one instant nobody here sees which was first.
      if (settled !== undefined && settled.elapsed !== entry.elapsed) {
        wrong.push(`${personId} answered what ${settled.personId ?? 'the end'} had settled`);
      }
      settled = settled?.what === 'end' ? settled : entry;
      holder = personId;
      passedOn.delete(personId);
    } else if (what === 'answer' && outcome === 'already-acknowledged' && entry.text !== `by ${holder}`) {
      wrong.push(`${personId} was told that the call is answered ${entry.text}, and it is by ${holder}`);
    } else if (what === 'pass-on' && outcome === 'done') {
      passedOn.set(personId, entry);
      settled = settled?.what === 'end' ? settled : undefined;
    } else if (what === 'ask-later' && outcome === 'done') {
      asked.set(personId, (asked.get(personId) ?? 0) + 1);
      // Whoever passed one call on and wants to be asked again by another has the last word.
      passedOn.delete(personId);
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
    readonly passedOn: ReadonlyMap<PersonId | undefined, Entry>;
  },
): readonly string[] {
  const { settled, passedOn } = known;
  // A call may be on its way while somebody answers it.
  const whom = entry.personId ?? 'the channel';
  const isAfter = (word: Entry | undefined) => word !== undefined && word.elapsed !== entry.elapsed;
  return [
    ...(settled !== undefined && isAfter(settled)
      ? [`${whom} was called after ${settled.personId ?? 'the end'} had settled it`]
      : []),
    ...(entry.personId !== undefined && isAfter(passedOn.get(entry.personId))
      ? [`${whom} was called after they had passed on (round ${call.round}, step ${call.step})`]
      : []),
  ];
}

/** What was delivered twice is done once; of what is written it is seen first that it answers nothing. */
function checkDeliveries(entries: readonly Entry[]): readonly string[] {
  const done = new Map(entries.flatMap((entry) => (entry.outcome === 'done' ? [[entry.key, entry]] : [])));
  return entries
    .filter((entry) => entry.webhook === undefined && entry.key !== undefined)
    .filter((entry) => done.has(entry.key) && done.get(entry.key) !== entry && !isRepeat(entry))
    .map(
      ({ personId, what, outcome }) =>
        `the ${what} of ${personId} was delivered twice, and both were looked at: ${outcome}`,
    );
}

/** Whoever is on it says something of it. */
function isWord({ what, outcome }: Entry): boolean {
  return outcome === 'done' && ['answer', 'write', 'pass-on', 'stay'].includes(what);
}

function isRepeat({ what, outcome }: Entry): boolean {
  return outcome === 'already-handled' || (what === 'write' && outcome === 'nothing-to-acknowledge');
}
