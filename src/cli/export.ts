import { type Env, readDatabaseUrl, readPolicyFile } from '../config.ts';
import type { TeamId } from '../domain/ids.ts';
import { type Result, refuse } from '../domain/result.ts';
import { loadPolicy } from '../policy.ts';
import type { DocumentFile, PostmortemFiles } from '../use-cases/messenger.ts';
import type { Records } from '../use-cases/ports.ts';
import { type ExportRefusal, exportPostmortem } from '../use-cases/postmortem/export-postmortem.ts';
import type { Clock } from '../use-cases/system.ts';
import { explainFault } from './explain-fault.ts';
import type { Print } from './print.ts';

export const EXPORT_FORMATS = ['markdown', 'html', 'json'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const ENDINGS: Readonly<Record<ExportFormat, string>> = { markdown: '.md', html: '.html', json: '.json' };

export interface ExportArguments {
  readonly number: number;
  readonly format: ExportFormat;
  /** `-` for standard output. */
  readonly output: string;
  readonly teamId: TeamId | undefined;
}

export interface ExportOptions extends ExportArguments {
  readonly env: Env;
  readonly print: Print;
  readonly clock: Clock;
  readonly postmortemFiles: PostmortemFiles;
  readonly readDatabase: <Value>(url: string, read: (records: Records) => Promise<Value>) => Promise<Value>;
  /** What is for us alone, nobody else on this computer may read. */
  readonly writeOutput: (output: string, content: string, isForUsAlone: boolean) => Promise<void>;
}

/** Writes the postmortem of one incident from the database, without Slack. Resolves to the exit code. */
export async function exportIncident(options: ExportOptions): Promise<number> {
  const { print, output, writeOutput } = options;
  try {
    const found = await readExport(options);
    if (!found.ok) {
      print.problems(found.refusal);
      return 1;
    }
    const { file, isPrivate } = found.value;
    await writeOutput(output, file.content, isPrivate);
    if (isPrivate) {
      print.problems([privateWord(options)]);
    }
    return 0;
  } catch (error) {
    print.problems([explainWriting(error, output) ?? explainFault(error)]);
    return 1;
  }
}

interface Export {
  readonly file: DocumentFile;
  readonly isPrivate: boolean;
}

async function readExport(options: ExportOptions): Promise<Result<Export, readonly string[]>> {
  const { env, format, postmortemFiles, clock } = options;
  const databaseUrl = readDatabaseUrl(env);
  if (!databaseUrl.ok) {
    return refuse(databaseUrl.refusal.map(({ sentence }) => sentence));
  }
  const loaded = loadPolicy(readPolicyFile(env));
  if (!loaded.ok) {
    return loaded;
  }
  const { policy } = loaded.value;
  const exported = await options.readDatabase(databaseUrl.value, (records) =>
    exportPostmortem({ database: { records }, clock, policy, postmortemFiles }, options),
  );
  if (!exported.ok) {
    return refuse([explainRefusal(options, exported.refusal)]);
  }
  const file = exported.value.files.find(({ name }) => name.endsWith(ENDINGS[format]));
  if (file === undefined) {
    throw new Error(`a postmortem without ${format}`);
  }
  return { ok: true, value: { file, isPrivate: exported.value.incident.isPrivate } };
}

function explainRefusal({ number }: ExportArguments, refusal: ExportRefusal): string {
  switch (refusal.kind) {
    case 'no-such-incident':
      return `There is no INC-${number} in this database: check the number, and that DATABASE_URL is the bot’s.`;
    case 'several-workspaces':
      return `Several workspaces have an INC-${number}: say which with --team, one of ${refusal.teams.join(', ')}.`;
    case 'no-postmortem-yet':
      return refusal.status === 'canceled'
        ? `INC-${number} was canceled: a false alarm gets no postmortem.`
        : `INC-${number} is ${refusal.status}: its postmortem is written when it is closed.`;
  }
}

function privateWord({ number, output }: ExportArguments): string {
  return output === '-'
    ? `INC-${number} is private: mind where you put it.`
    : `INC-${number} is private: only you may read ${output}. Mind where you put it.`;
}

function explainWriting(error: unknown, output: string): string | undefined {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return `${output} cannot be written: there is no such folder.`;
    case 'EISDIR':
      return `${output} is a directory: name the file to be written.`;
    case 'EACCES':
    case 'EROFS':
      return `${output} may not be written: name another file.`;
    default:
      return undefined;
  }
}
