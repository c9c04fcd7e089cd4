import type { NarrativeSection } from '../../domain/postmortem/narrative.ts';

/** What people write, in short: for buttons and rows. */
export const sectionTitle: Readonly<Record<NarrativeSection, string>> = {
  summary: 'Summary',
  'customer-impact': 'Impact on customers',
  affected: 'How many were affected',
  'business-impact': 'Impact on the business',
  detection: 'Detection',
  'root-cause': 'Root cause',
  'contributing-factors': 'Contributing factors',
  resolution: 'What fixed it',
  lessons: 'Lessons',
  'went-well': 'What went well',
  'went-badly': 'What went badly',
  'got-lucky': 'Where we got lucky',
  'internal-communication': 'Communication inside',
  'external-communication': 'Communication to customers',
};

/** What to write there, where the title does not say it. */
export const sectionHint: Readonly<Partial<Record<NarrativeSection, string>>> = {
  summary: 'Two or three sentences: what happened, whom it hurt, what ended it.',
  'customer-impact': 'Who could not do what, and how badly.',
  affected: 'How many, or what share. An estimate is fine if you call it one.',
  detection: 'How it was noticed, and by whom: an alert, a user, one of us.',
  'root-cause': 'What in the system made it happen, not who.',
};
