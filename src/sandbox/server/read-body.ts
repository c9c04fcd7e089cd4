import type { IncomingMessage } from 'node:http';
import { SlackError } from '../methods/slack-error.ts';

export type Arguments = Readonly<Record<string, unknown>>;

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** The arguments of a call, or why Slack would not read them. https://docs.slack.dev/apis/web-api#methods_supporting_json */
export function readArguments(contentType: string, body: Buffer): Arguments | SlackError {
  const [type = ''] = contentType.split(';');
  switch (type.trim().toLowerCase()) {
    case 'application/json':
      return readJson(body);
    case 'application/x-www-form-urlencoded':
    case '':
      return Object.fromEntries(new URLSearchParams(body.toString()));
    default:
      return new SlackError('invalid_post_type');
  }
}

function readJson(body: Buffer): Arguments | SlackError {
  try {
    const parsed: unknown = JSON.parse(body.toString());
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject ? { ...parsed } : new SlackError('json_not_object');
  } catch {
    return new SlackError('invalid_json');
  }
}
