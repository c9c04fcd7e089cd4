import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './support/temporary-folder.ts';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const main = resolve('src/main.ts');

/** Runs the executable in an empty folder, with nothing in its environment. */
function run(typed: readonly string[], files: Readonly<Record<string, string>> = {}, input = '') {
  const cwd = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(cwd, name), text);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', tsx, main, ...typed], {
    cwd,
    env: {},
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr: stderr.trimEnd().split('\n') };
}

describe('the executable', () => {
  it('tells in three lines where to begin when nothing is set', () => {
    expect(run(['serve'])).toEqual({
      status: 1,
      stdout: '',
      stderr: [
        expect.stringContaining('SLACK_BOT_TOKEN'),
        expect.stringContaining('https://api.slack.com/apps'),
        expect.stringContaining('npm run demo'),
      ],
    });
  });

  it('reads .env, and never prints a token', () => {
    const { status, stderr } = run([], { '.env': 'SLACK_BOT_TOKEN=xoxb-1-SECRET\nSLACK_APP_TOKEN=SECRET\n' });

    expect(status).toBe(1);
    expect(stderr).toEqual([expect.stringMatching(/^SLACK_APP_TOKEN is malformed: it starts with xapp-/u)]);
    expect(stderr.join()).not.toContain('SECRET');
  });

  it('tells what is wrong with a policy', () => {
    const { status, stderr } = run(['policy', 'check'], { 'faultline.yaml': 'colour: red\n' });

    expect(status).toBe(1);
    expect(stderr).toEqual([expect.stringMatching(/^faultline\.yaml:1:1: There is no key colour/u)]);
  });

  it.each([
    [['receive', 'nothing.json'], 'nothing.json is not there: '],
    [['receive', '.'], '. is a directory: '],
    [['receive', 'faultline.yaml'], 'faultline.yaml is not a payload of Slack’s; expected is '],
    [['receive', '-'], 'Standard input is an event that is not whole: event is missing or malformed.'],
  ])('refuses %j in a sentence', (typed, sentence) => {
    const event = '{"type":"event_callback","team_id":"T1","event_id":"Ev1"}';
    const { status, stdout, stderr } = run(typed, { 'faultline.yaml': 'reminder_time: 10:30' }, event);

    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toEqual([expect.stringContaining(sentence)]);
  });

  it('checks a postmortem with nothing set, and names what it cannot read', () => {
    const { status, stdout, stderr } = run(['lint', 'a.md', 'b.md'], {
      'a.md': '# Outage\n\n## Action items\n\n- Add an alert\n',
    });

    expect(status).toBe(2);
    expect(stdout).toContain('a.md:5: must action-item-without-owner: ');
    expect(stderr).toEqual([expect.stringMatching(/^b\.md is not there: /u)]);
  });

  it('checks standard input', () => {
    expect(run(['lint', '-', '--format', 'github'], {}, 'The shop was down.\n')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('::error file=stdin,line=1,title='),
    });
  });

  it('hints at the verb that was meant', () => {
    expect(run(['srve'])).toMatchObject({
      status: 2,
      stderr: ['There is no verb srve. Did you mean: faultline serve'],
    });
  });

  it('says its version', () => {
    expect(run(['--version'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u) });
  });
});
