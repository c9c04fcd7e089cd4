import { nearestWord } from '../nearest-word.ts';
import { accept, type Result, refuse } from '../result.ts';
import type { Rota } from './rota.ts';

export type FindRotaRefusal =
  | { readonly kind: 'no-rotas' }
  | { readonly kind: 'which-rota'; readonly known: readonly string[] }
  | {
      readonly kind: 'unknown-rota';
      readonly typed: string;
      readonly nearest: string | undefined;
      readonly known: readonly string[];
    };

/** The rota of that name, in capitals or not; of no name, where there is only one. */
export function findRota(typed: string, rotas: readonly Rota[]): Result<Rota, FindRotaRefusal> {
  const known = rotas.map(({ name }) => name);
  const [first] = rotas;
  if (first === undefined) {
    return refuse({ kind: 'no-rotas' });
  }
  if (typed === '') {
    return rotas.length === 1 ? accept(first) : refuse({ kind: 'which-rota', known });
  }
  const named = rotas.find(({ name }) => name.toLowerCase() === typed.toLowerCase());
  return named === undefined
    ? refuse({ kind: 'unknown-rota', typed, nearest: nearestWord(typed, known), known })
    : accept(named);
}
