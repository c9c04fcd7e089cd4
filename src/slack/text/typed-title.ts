import type { TypedPart } from '../../domain/postmortem/narrative.ts';
import { NARRATIVE_TITLES } from '../../domain/postmortem/outline/section-titles.ts';

/** What is kept as it is typed, as the forms call it. */
export function typedTitle(part: TypedPart): string {
  return part === 'new-items' ? 'More action items' : NARRATIVE_TITLES[part];
}
