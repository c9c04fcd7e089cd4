import { describe, expect, it } from 'vitest';
import { readPolicy } from '../src/policy.ts';
import { policyProblems } from './support/policy-problems.ts';
import { wholeExample } from './support/whole-example.ts';

function trackerOf(yaml: string) {
  const policy = readPolicy(yaml, 'team.yaml');
  return policy.ok ? policy.value.tracker : expect.unreachable(policyProblems(yaml).join('\n'));
}

const both = { create: 'on-demand', labels: ['faultline'] };

describe('the tracker of a policy file', () => {
  it('is read as the example shows it', () => {
    expect(trackerOf(wholeExample())).toEqual({
      format: 'github',
      repository: 'acme/infra',
      apiUrl: 'https://api.github.com',
      ...both,
    });
  });

  it.each([
    [
      '{format: github, repository: a/b, api_url: "https://gh.example.com/api/v3/"}',
      { format: 'github', repository: 'a/b', apiUrl: 'https://gh.example.com/api/v3' },
    ],
    [
      '{format: jira, site: "https://acme.atlassian.net/", project: OPS}',
      { format: 'jira', site: 'https://acme.atlassian.net', project: 'OPS', issueType: 'Task' },
    ],
    [
      '{format: jira, site: "https://a.b", project: OPS, issue_type: Bug}',
      { format: 'jira', site: 'https://a.b', project: 'OPS', issueType: 'Bug' },
    ],
    ['{format: webhook, url: "https://example.com/t"}', { format: 'webhook', url: 'https://example.com/t' }],
  ])('is read of %s', (yaml, expected) => {
    expect(trackerOf(`tracker: ${yaml}`)).toEqual({ ...expected, ...both });
  });

  it('is none where nobody wrote one', () => {
    expect(trackerOf('transcript: off')).toBeUndefined();
  });

  it.each([
    ['tracker: github', /^1:10 Write format, and what else it needs/u],
    ['tracker: {format: gitlab}', /^1:19 Write github/u],
    ['tracker: {format: github}', /Add the line repository: with the owner and the name of a repository/u],
    ['tracker: {format: github, repository: infra}', /Write the owner and the name of one repository/u],
    ['tracker: {format: jira, site: "https://a.b"}', /Add the line project: with the key of a project/u],
    ['tracker: {format: jira, site: "https://a:b@c.d", project: OPS}', /Write a web address without user or password/u],
    ['tracker: {format: jira, site: "https://a.b", project: ops}', /Write the key of one project in Jira/u],
    [
      'tracker: {format: webhook, url: "https://a.b", project: OPS}',
      /Delete the line project: a tracker of the format webhook has none/u,
    ],
    ['tracker: {format: webhook, url: "https://a.b", labels: [two words]}', /Write labels without blanks/u],
    ['tracker: {format: webhook, url: "https://a.b", create: never}', /Write one of always, on-demand/u],
  ])('refuses %j', (yaml, expected) => {
    expect(policyProblems(yaml)).toEqual([expect.stringMatching(expected)]);
  });
});
