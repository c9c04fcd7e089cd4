import type { Finding } from './finding.ts';
import type { Postmortem } from './postmortem.ts';

/** For programs. Every key is always there; `null` means that nobody has said it. */
export function postmortemJson(postmortem: Postmortem, findings: readonly Finding[]): string {
  return `${JSON.stringify({ version: 1, ...postmortem, findings }, (_key, value: unknown) => value ?? null, 2)}\n`;
}
