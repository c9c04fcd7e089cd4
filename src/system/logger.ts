import { destination, pino, stdSerializers, stdTimeFunctions } from 'pino';
import type { Log } from '../use-cases/ports.ts';
import { redact } from './redact.ts';

const SECRET_FIELDS = [
  'token',
  'botToken',
  'appToken',
  'signingSecret',
  'secret',
  'hookSecrets',
  'webhookSecret',
  'authorization',
  'Authorization',
  'password',
];

/** Writes one JSON object a line, to standard error unless `stream` says where. No secret reaches it. */
export function createLogger(options: {
  readonly level: string;
  readonly stream?: { write(line: string): void };
}): Log {
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: stdSerializers.err },
      redact: {
        paths: SECRET_FIELDS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]),
        censor: '[redacted]',
      },
      hooks: { streamWrite: redact },
    },
    options.stream ?? destination(2),
  );
}
