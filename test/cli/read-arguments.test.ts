import { describe, expect, it } from 'vitest';
import { help } from '../../src/cli/help.ts';
import { readArguments } from '../../src/cli/read-arguments.ts';

describe('readArguments', () => {
  it.each([
    [[], { kind: 'serve' }],
    [['serve'], { kind: 'serve' }],
    [['migrate'], { kind: 'migrate' }],
    [['demo'], { kind: 'demo', names: [] }],
    [['demo', '002', '004'], { kind: 'demo', names: ['002', '004'] }],
    [['receive', 'payload.json'], { kind: 'receive', file: 'payload.json' }],
    [['receive', '-'], { kind: 'receive', file: '-' }],
    [['help'], { kind: 'help' }],
    [['--help'], { kind: 'help' }],
    [['serve', '-h'], { kind: 'help' }],
    [['--version'], { kind: 'version' }],
    [['-v'], { kind: 'version' }],
    [['policy', 'check'], { kind: 'policy-check', file: undefined }],
    [['policy', 'check', 'team.yaml'], { kind: 'policy-check', file: 'team.yaml' }],
  ])('reads %j', (typed, verb) => {
    expect(readArguments(typed)).toEqual({ ok: true, value: verb });
  });

  it.each([
    [['srve'], 'There is no verb srve. Did you mean: faultline serve'],
    [['migrat'], 'There is no verb migrat. Did you mean: faultline migrate'],
    [['policies'], 'There is no verb policies. Try: faultline help'],
    [['dance'], 'There is no verb dance. Try: faultline help'],
    [['policy'], 'Did you mean: faultline policy check [FILE]'],
    [['policy', 'chek', 'x'], 'Did you mean: faultline policy check [FILE]'],
    [['policy', 'check', 'a', 'b'], 'Did you mean: faultline policy check [FILE]'],
    [['receive'], 'faultline receive takes one FILE that holds a payload of Slack’s, or - for standard input'],
    [
      ['receive', 'a', 'b'],
      'faultline receive takes one FILE that holds a payload of Slack’s, or - for standard input',
    ],
    [['recieve'], 'There is no verb recieve. Did you mean: faultline receive'],
    [['serve', 'now'], 'faultline serve takes nothing more: leave out now'],
    [['--port=1'], 'There is no option --port=1. Try: faultline help'],
  ])('refuses %j with a hint', (typed, hint) => {
    expect(readArguments(typed)).toEqual({ ok: false, refusal: hint });
  });
});

describe('help', () => {
  it.each(['serve', 'demo', 'migrate', 'receive', 'policy check', 'help', '--version'])('names %s', (verb) => {
    expect(help().join('\n')).toContain(verb);
  });
});
