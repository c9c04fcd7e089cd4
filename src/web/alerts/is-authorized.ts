import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether the header holds the secret, as a bearer token or as the password of basic authentication, whatever its user
 * name. Takes as long for a wrong secret as for the right one.
 */
export function isAuthorized(header: string | undefined, secret: string): boolean {
  const presented = presentedSecret(header);
  return presented !== undefined && timingSafeEqual(digest(presented), digest(secret));
}

function presentedSecret(header: string | undefined): string | undefined {
  const [, scheme = '', value = ''] = /^(bearer|basic) +(\S+)\s*$/iu.exec(header ?? '') ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return value;
    case 'basic':
      return /^[^:]*:([\s\S]*)$/u.exec(Buffer.from(value, 'base64').toString())?.[1];
    default:
      return undefined;
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
