import { importsOf, type SourceFile } from './source-file.ts';

interface Room {
  readonly files: RegExp;
  /** Files of ours that it may import, besides its own. */
  readonly ours: RegExp;
  /** Packages that it may import; any where nothing is said. */
  readonly packages?: RegExp;
}

const NOTHING = /(?!)/u;
const DOMAIN = 'src/domain/';
const USE_CASES = 'src/use-cases/';
const PORTS = `${USE_CASES}(?:ports|stores|action-item-stores|item-list-store|postmortem-stores|postmortem-folder|directory|system|work|messenger|conversation|webhooks|tracker-port)\\.ts$`;
const READERS = 'src/(?:config|config-advice|config-hook-secrets|config-tracker|policy)\\.ts$|src/policy/';

/** Who may import whom; the first room that a file belongs to counts. */
const ROOMS: readonly Room[] = [
  { files: /^src\/(?:main|compose|composed-bot|open-receiving-bot|play-scenario|run-demo)\.ts$/u, ours: /^src\//u },
  { files: /^src\/domain\/time\.ts$/u, ours: NOTHING, packages: /^@?date-fns\// },
  { files: /^src\/domain\//u, ours: NOTHING, packages: NOTHING },
  { files: /^src\/use-cases\//u, ours: new RegExp(`^${DOMAIN}`, 'u'), packages: NOTHING },
  { files: new RegExp(`^(?:${READERS})`, 'u'), ours: new RegExp(`^(?:${DOMAIN}|${READERS}|src/calendars/)`, 'u') },
  { files: /^src\/cli\//u, ours: new RegExp(`^(?:${DOMAIN}|${USE_CASES}|${READERS})`, 'u') },
  { files: /^src\/(?:slack|web|work)\//u, ours: new RegExp(`^(?:${DOMAIN}|${USE_CASES})`, 'u') },
  { files: /^src\/database\//u, ours: new RegExp(`^(?:${DOMAIN}|${PORTS}|migrations/)`, 'u') },
  { files: /^src\/(?:system|http|folder|calendars)\//u, ours: new RegExp(`^(?:${DOMAIN}|${PORTS})`, 'u') },
  { files: /^src\/(?:webhooks|trackers)\//u, ours: new RegExp(`^(?:${DOMAIN}|${PORTS}|src/http/)`, 'u') },
  { files: /^src\/sandbox\//u, ours: /^src\/(?:domain\/time|use-cases\/system)\.ts$/u },
  { files: /^migrations\//u, ours: NOTHING, packages: /^kysely$/u },
];

/** Each arrow that points the wrong way, as `importer → imported`. */
export function wrongImports(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const room = ROOMS.find(({ files: members }) => members.test(file.path));
    return importsOf(file)
      .filter((imported) => room === undefined || !isAllowed(room, file.path, imported))
      .map((imported) => `${file.path} → ${imported}`);
  });
}

function isAllowed(room: Room, importer: string, imported: string): boolean {
  if (/^@?date-fns(?:\/|$)/u.test(imported) && importer !== 'src/domain/time.ts') {
    return false;
  }
  if (/^(?:src|test|bench|scripts|migrations)\//u.test(imported)) {
    return room.ours.test(imported) || isOwn(importer, imported);
  }
  return room.packages?.test(imported) ?? true;
}

/** Of the same folder below `src`, or of the migrations. */
function isOwn(importer: string, imported: string): boolean {
  const [folder] = /^(?:src\/[^/]+|migrations)\//u.exec(importer) ?? [];
  return folder !== undefined && imported.startsWith(folder);
}
