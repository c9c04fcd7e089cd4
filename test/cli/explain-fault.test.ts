import { describe, expect, it } from 'vitest';
import { explainFault } from '../../src/cli/explain-fault.ts';

function fault(fields: object, message = 'words of the driver'): Error {
  return Object.assign(new Error(message), fields);
}

const slack = (error: string) => fault({ code: 'slack_webapi_platform_error', data: { ok: false, error } });

describe('explainFault', () => {
  it.each([
    [slack('invalid_auth'), /SLACK_BOT_TOKEN/u],
    [slack('missing_scope'), /manifest\.yml/u],
    [slack('fatal_error'), /Slack refuses \(fatal_error\)/u],
    [fault({ code: 'slack_webapi_request_error', original: fault({ code: 'ENOTFOUND' }) }), /SLACK_API_URL/u],
    [fault({ code: 'EADDRINUSE', syscall: 'listen', port: 80 }), /^Port 80 is in use.*set PORT/u],
    [fault({ code: 'EACCES', syscall: 'listen', port: 80 }), /above 1023/u],
    [fault({ code: 'EADDRNOTAVAIL', syscall: 'listen', address: '10.9.9.9' }), /10\.9\.9\.9.*set HOST/u],
    [fault({ code: 'SQLITE_BUSY' }), /in use.*DATABASE_URL/u],
    [fault({ code: 'SQLITE_CANTOPEN' }), /cannot be used \(words of the driver\)/u],
    [fault({ code: '28P01' }), /^PostgreSQL refuses DATABASE_URL/u],
    [fault({ code: 'ECONNREFUSED' }, ''), /cannot be reached \(ECONNREFUSED\)/u],
    [new Error('outer', { cause: fault({ code: 'SQLITE_BUSY' }) }), /in use/u],
    [new Error('two\nlines'), /^Faultline had to stop: two lines$/u],
    ['text', /^Faultline had to stop: text$/u],
    [undefined, /^Faultline had to stop: undefined$/u],
  ])('tells %o in a line', (error, expected) => {
    const line = explainFault(error);

    expect(line).toMatch(expected);
    expect(line).not.toContain('\n');
  });
});
