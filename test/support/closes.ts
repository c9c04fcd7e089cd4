import type { Entries } from '../../src/sandbox/people/fill-fields.ts';
import type { Modal } from '../../src/sandbox/people/modal.ts';
import type { Person } from '../../src/sandbox/people/person.ts';
import type { Place } from '../../src/sandbox/people/scene.ts';
import type { Submission } from '../../src/sandbox/people/submission.ts';

/** Somebody closes an incident by its form, both steps of it. */
export async function closes(person: Person, where: Place, entries: Entries = {}): Promise<Submission> {
  return sendsSteps(person, (await person.types('/incident close', where)).modal, entries);
}

/** Somebody sends a form of two steps, each with the fields that it has. */
export async function sendsSteps(person: Person, modal: Modal | undefined, entries: Entries = {}): Promise<Submission> {
  const next = await person.submits(modal, ofForm(modal, entries));
  return Object.keys(next.errors).length > 0 || next.modal === undefined
    ? next
    : person.submits(next.modal, ofForm(next.modal, entries));
}

function ofForm(modal: Modal | undefined, entries: Entries): Entries {
  const names = new Set(modal?.fields().flatMap(({ name, label }) => [name, label]));
  return Object.fromEntries(Object.entries(entries).filter(([name]) => names.has(name)));
}
