import { forms } from '../identifiers.ts';
import type { Purpose } from '../modals/writing-metadata.ts';

/** The two steps from their beginning. */
export const formOfPurpose = {
  close: { kind: 'form', name: forms.close, label: 'Close' },
  write: { kind: 'form', name: forms.postmortem, label: 'Write the postmortem' },
} as const satisfies Record<Purpose, unknown>;
