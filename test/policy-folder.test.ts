import { describe, expect, it } from 'vitest';
import { readPolicy } from '../src/policy.ts';
import { policyProblems } from './support/policy-problems.ts';
import { wholeExample } from './support/whole-example.ts';

function folderOf(yaml: string) {
  const policy = readPolicy(yaml, 'team.yaml');
  return policy.ok ? policy.value.postmortemFolder : expect.unreachable(policyProblems(yaml).join('\n'));
}

describe('the folder of postmortems of a policy file', () => {
  it('is read as the example shows it', () => {
    expect(folderOf(wholeExample())).toEqual({
      path: '/srv/postmortems',
      git: 'commit',
      author: { name: 'Faultline', email: 'faultline@example.com' },
    });
  });

  it('needs only its path', () => {
    expect(folderOf('postmortem_folder: {path: docs/postmortems}')).toEqual({
      path: 'docs/postmortems',
      git: 'off',
      author: { name: 'Faultline', email: 'faultline@localhost' },
    });
    expect(folderOf('transcript: off')).toBeUndefined();
  });

  it.each([
    ['postmortem_folder: /srv', /^1:20 Write path, and git/u],
    ['postmortem_folder:\n  git: push', /Add the line path: to postmortem_folder\. Write the path of a folder/u],
    ['postmortem_folder:\n  path: x\n  git: yes', /^3:8 Write one of off, commit, push/u],
    ['postmortem_folder:\n  path: x\n  author: Ana', /^3:11 Write a name and a mail address/u],
    ['postmortem_folder:\n  path: x\n  author: "a\\nb <a@b.c>"', /^3:11 Write a name and a mail address/u],
    ['postmortem_folder:\n  path: x\n  branch: main', /^3:3 There is no key branch: write one of path, git, author/u],
  ])('refuses %j', (yaml, expected) => {
    expect(policyProblems(yaml)).toEqual([expect.stringMatching(expected)]);
  });
});
