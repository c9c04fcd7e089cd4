import { z } from 'zod';
import { oneLine } from '../domain/shorten.ts';

/** The fields by which Node, Slack's client and the database drivers say what went wrong. */
const Fault = z.object({
  message: z.string(),
  code: z.string().optional().catch(undefined),
  syscall: z.string().optional().catch(undefined),
  address: z.string().optional().catch(undefined),
  port: z.number().optional().catch(undefined),
  data: z.object({ error: z.string() }).optional().catch(undefined),
  cause: z.unknown().optional(),
});

type Fault = z.output<typeof Fault>;

/** What stopped Faultline, in a line that says what to do; a fault that is not known here in its own words. */
export function explainFault(error: unknown): string {
  const faults = causes(error);
  for (const fault of faults) {
    const line = explainSlack(fault) ?? explainListening(fault) ?? explainDatabase(fault);
    if (line !== undefined) {
      return line;
    }
  }
  const messages = [...new Set(faults.map(({ message }) => oneLine(message)))];
  return `Faultline had to stop: ${messages.join(': ') || oneLine(String(error))}`;
}

function causes(error: unknown): readonly Fault[] {
  const fault = Fault.safeParse(error);
  return fault.success ? [fault.data, ...causes(fault.data.cause)] : [];
}

function explainSlack({ code, data, message }: Fault): string | undefined {
  switch (code) {
    case 'slack_webapi_platform_error':
      return explainSlackRefusal(data?.error ?? oneLine(message));
    case 'slack_webapi_request_error':
    case 'slack_webapi_http_error':
      return `Slack cannot be reached (${oneLine(message)}): check the network, and SLACK_API_URL if you set it.`;
    default:
      return undefined;
  }
}

function explainSlackRefusal(reason: string): string {
  switch (reason) {
    case 'invalid_auth':
    case 'not_authed':
    case 'account_inactive':
    case 'token_expired':
    case 'token_revoked':
      return `Slack does not accept the token (${reason}): copy SLACK_BOT_TOKEN, and SLACK_APP_TOKEN in Socket Mode, again from your app at https://api.slack.com/apps.`;
    case 'missing_scope':
    case 'not_allowed_token_type':
      return `Slack allows the app too little (${reason}): compare it with manifest.yml at https://api.slack.com/apps and install it again.`;
    default:
      return `Slack refuses (${reason}): look that word up at https://docs.slack.dev.`;
  }
}

function explainListening({ code, syscall, address, port }: Fault): string | undefined {
  if (syscall !== 'listen') {
    return undefined;
  }
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use: stop the program that listens on it, or set PORT to another.`;
    case 'EACCES':
      return `Port ${port} is for the administrator: set PORT to one above 1023.`;
    default:
      return `Cannot listen on ${address} (${code}): set HOST to an address of this computer, or leave it out.`;
  }
}

function explainDatabase({ code, message }: Fault): string | undefined {
  switch (code) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return 'The database file is in use: stop the other Faultline that has it open, or set DATABASE_URL to another file. Several at once need PostgreSQL.';
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_NOTADB':
      return `The database file cannot be used (${oneLine(message)}): set DATABASE_URL to a file that Faultline may write.`;
    case '28P01':
    case '28000':
    case '3D000':
      return `PostgreSQL refuses DATABASE_URL (${oneLine(message)}): check its user, password and database name.`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
      return `The database cannot be reached (${oneLine(message) || code}): check that it runs where DATABASE_URL says.`;
    default:
      return undefined;
  }
}
