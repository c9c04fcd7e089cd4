/** Where a policy file is wrong; the sentence says what to write instead. Lines and columns count from 1. */
export interface PolicyProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly sentence: string;
}

export function explainPolicyProblem({ file, line, column, sentence }: PolicyProblem): string {
  return `${file}:${line}:${column}: ${sentence}`;
}
