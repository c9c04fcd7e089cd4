import type { NarrativeSection } from '../../domain/postmortem/narrative.ts';

/** What to write in a section, where its title does not say it. */
export const sectionHint: Readonly<Partial<Record<NarrativeSection, string>>> = {
  summary: 'Two or three sentences: what happened, whom it hurt, what ended it.',
  'customer-impact': 'Who could not do what, and how badly.',
  affected: 'How many, or what share. An estimate is fine if you call it one.',
  detection: 'How it was noticed, and by whom: an alert, a user, one of us.',
  'root-cause': 'What in the system made it happen, not who.',
};
