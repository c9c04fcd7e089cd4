import { describe, expect, it } from 'vitest';
import { help } from '../../src/cli/help.ts';
import { readArguments } from '../../src/cli/read-arguments.ts';

const exportUsage = 'faultline export INC-42 [--format markdown|html] [--output FILE]';

describe('readArguments', () => {
  it.each([
    [[], { kind: 'serve' }],
    [['serve'], { kind: 'serve' }],
    [['migrate'], { kind: 'migrate' }],
    [['demo'], { kind: 'demo', names: [] }],
    [['demo', '002', '004'], { kind: 'demo', names: ['002', '004'] }],
    [['receive', 'payload.json'], { kind: 'receive', file: 'payload.json' }],
    [['receive', '-'], { kind: 'receive', file: '-' }],
    [['export', 'INC-42'], { kind: 'export', number: 42, format: 'markdown', output: '-', teamId: undefined }],
    [
      ['export', '--format', 'html', '-o', 'a b.html', '--team=T1', 'inc-7'],
      { kind: 'export', number: 7, format: 'html', output: 'a b.html', teamId: 'T1' },
    ],
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
    [['export'], `Name one incident, such as INC-42: ${exportUsage}`],
    [['export', 'INC-0'], `Name one incident, such as INC-42: ${exportUsage}`],
    [['export', 'INC-1', 'INC-2'], `Name one incident, such as INC-42: ${exportUsage}`],
    [['export', 'INC-1', '--formt', 'html'], `It is: ${exportUsage}`],
    [['export', 'INC-1', '--output'], `It is: ${exportUsage}`],
    [['export', 'INC-1', '--format', 'pdf'], 'There is no format pdf. There are markdown, html'],
    [['serve', 'now'], 'faultline serve takes nothing more: leave out now'],
    [['--port=1'], 'There is no option --port=1. Try: faultline help'],
  ])('refuses %j with a hint', (typed, hint) => {
    expect(readArguments(typed)).toEqual({ ok: false, refusal: hint });
  });
});

describe('help', () => {
  it.each(['serve', 'demo', 'migrate', 'receive', 'export', 'policy check', 'help', '--version'])(
    'names %s',
    (verb) => {
      expect(help().join('\n')).toContain(verb);
    },
  );
});
