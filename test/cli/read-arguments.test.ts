import { describe, expect, it } from 'vitest';
import { help } from '../../src/cli/help.ts';
import { readArguments } from '../../src/cli/read-arguments.ts';

const exportUsage = 'faultline export INC-42 [--format markdown|html|json] [--output FILE]';

const lintUsage = 'faultline lint FILE… [--format text|json|sarif|github]';

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
    [['lint', 'a.md', '-'], { kind: 'lint', files: ['a.md', '-'], format: 'text' }],
    [['lint', '--format', 'sarif', 'a.md'], { kind: 'lint', files: ['a.md'], format: 'sarif' }],
    [['lint', 'a.md', '--format=json'], { kind: 'lint', files: ['a.md'], format: 'json' }],
    [['lint', '--help'], { kind: 'help' }],
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
    [['lint'], `Name each file that holds a postmortem, or - for standard input: ${lintUsage}`],
    [['lint', '--format', 'xml', 'a.md'], 'There is no format xml. There are text, json, sarif, github'],
    [['lint', '--format', 'jsn', 'a.md'], 'There is no format jsn. Did you mean json?'],
    [['lint', 'a.md', '--format'], `It is: ${lintUsage}`],
    [['lint', '--fix', 'a.md'], `It is: ${lintUsage}`],
    [['serve', '--format', 'json'], 'There is no option --format. Try: faultline help'],
    [['lnt'], 'There is no verb lnt. Did you mean: faultline lint'],
    [['recieve'], 'There is no verb recieve. Did you mean: faultline receive'],
    [['export'], `Name one incident, such as INC-42: ${exportUsage}`],
    [['export', 'INC-0'], `Name one incident, such as INC-42: ${exportUsage}`],
    [['export', 'INC-1', 'INC-2'], `Name one incident, such as INC-42: ${exportUsage}`],
    [['export', 'INC-1', '--formt', 'html'], `It is: ${exportUsage}`],
    [['export', 'INC-1', '--output'], `It is: ${exportUsage}`],
    [['export', 'INC-1', '--format', 'pdf'], 'There is no format pdf. There are markdown, html, json'],
    [['serve', 'now'], 'faultline serve takes nothing more: leave out now'],
    [['--port=1'], 'There is no option --port=1. Try: faultline help'],
  ])('refuses %j with a hint', (typed, hint) => {
    expect(readArguments(typed)).toEqual({ ok: false, refusal: hint });
  });
});

describe('help', () => {
  it.each(['serve', 'demo', 'migrate', 'receive', 'export', 'lint', 'policy check', 'help', '--version'])(
    'names %s',
    (verb) => {
      expect(help().join('\n')).toContain(verb);
    },
  );
});
