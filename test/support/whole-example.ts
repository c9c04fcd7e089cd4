import { readFileSync } from 'node:fs';

/** `faultline.example.yaml` with every line that it only shows. */
export function wholeExample(): string {
  return readFileSync('faultline.example.yaml', 'utf8').replaceAll(/^# ([a-z_]+:(?: \S+)?| {2}.*)$/gmu, '$1');
}
