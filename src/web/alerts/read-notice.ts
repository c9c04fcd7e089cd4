import type { z } from 'zod';
import type { AlertNotice } from '../../domain/alerts/alert.ts';
import type { AlertHook } from '../../domain/policy.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { alertmanager } from './read-alertmanager.ts';
import { grafana } from './read-grafana.ts';
import { plain } from './read-plain.ts';

/** A format; the hash stands for what has no name of its own. */
export type NoticeReader = (hash: (text: string) => string) => z.ZodType<AlertNotice>;

export interface UnreadNotice {
  readonly status: 400 | 422;
  /** What is wrong, and where. */
  readonly sentence: string;
}

const readers: Readonly<Record<AlertHook['format'], NoticeReader>> = { alertmanager, grafana, plain };

export function readNotice(
  format: AlertHook['format'],
  body: string,
  hash: (text: string) => string,
): Result<AlertNotice, UnreadNotice> {
  const json = parseJson(body);
  if (!json.ok) {
    return refuse({ status: 400, sentence: 'The body is no JSON.' });
  }
  const read = readers[format](hash).safeParse(json.value);
  if (read.success) {
    return accept(read.data);
  }
  const [issue] = read.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'the body' : pathOf(issue.path);
  return refuse({ status: 422, sentence: `${where}: ${issue?.message ?? 'not as it must be'}` });
}

function parseJson(text: string): Result<unknown, undefined> {
  try {
    return accept(JSON.parse(text));
  } catch {
    return refuse(undefined);
  }
}

const LONGEST_PATH = 200;

/** `alerts[0].labels.job` */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`))
    .join('')
    .slice(0, LONGEST_PATH);
}
