import type { Print } from '../../src/cli/print.ts';

/** Keeps what a verb prints. */
export function memoryPrint(): Print & { readonly lines: string[]; readonly complaints: string[] } {
  const lines: string[] = [];
  const complaints: string[] = [];
  return {
    lines,
    complaints,
    line: (text) => {
      lines.push(text);
    },
    problems: (texts) => {
      complaints.push(...texts);
    },
  };
}
