import { describe, expect, it } from 'vitest';
import { checkStated } from '../../../../src/domain/postmortem/check/check-stated.ts';
import { anEvent, aStated } from '../../../support/stated-builder.ts';
import { cause, prose } from './case-builder.ts';

const PEOPLE = ['Ana', 'Ben Carter', 'Ben', 'Jo', 'Will'];

/** How causes are written, where they put it on somebody known or on a role. */
const BLAMES = [
  'The regression was introduced by Ben in the last release.',
  'The pool was misconfigured by Ana during the migration.',
  'The outage was caused by Jo’s change to the pool.',
  "Caused by Jo's commit, which removed the index.",
  'The outage was triggered by Ben Carter.',
  'It was due to an engineer not following the steps for a rollback.',
  'It happened because of Ana forgetting to rotate the certificate.',
  'Checkout broke due to a mistake made by Ana.',
  'The typo was Ben’s mistake.',
  'Ben’s deploy broke checkout.',
  'Ana was to blame.',
  'Ana, our newest colleague, misread the runbook.',
  'Will took the primary database down.',
  'Jo deployed a change that broke checkout.',
  'Ana ran the migration without testing it on a copy.',
  'Ben dropped the production table.',
  'The developer misconfigured the pool of connections.',
  'An engineer forgot to renew the certificate.',
  'A junior developer accidentally ran a command that emptied the database.',
  'The outage was caused by a junior developer accidentally dropping the database.',
  'The on-call engineer did not notice the alert.',
  'The alert was ignored by the on-call.',
  'An administrator entered the wrong range of addresses.',
  'The operator fat-fingered the number of hosts.',
  'It was a typo by one of our engineers.',
  'The release broke because the reviewer overlooked the missing index.',
  'Somebody deleted the live table by mistake.',
  'Ben did not run the tests.',
  'Ben hit the wrong button.',
  'Ben deleted the wrong table.',
  'Root cause: Ben',
  'Fault: Ben.',
  'Ben',
  'The operator entered a bad value.',
];

/** What comes close: the fault is of something else, or somebody saw or mended it. */
const BLAMES_NOBODY = [
  'Ben fixed the bug that broke checkout.',
  'Ana noticed the error on the dashboard.',
  'Jo rolled back the failed deploy.',
  'Ana found the change that caused the outage.',
  'The outage was caused by an expired certificate, which Ana renewed.',
  'The bug was fixed by Ben.',
  'The error was reported by Jo.',
  'Ana deployed a fix for the bug that broke checkout.',
  'Ben reverted the commit that introduced the leak.',
  'The alert introduced by Ana showed that the pool was exhausted.',
  'Jo restarted the servers after the release failed to start.',
  'The failover was triggered by Ana to end the outage.',
  'This was not Ana’s mistake: nothing asked her to confirm.',
  'It was not caused by Ben.',
  'Jo’s bug report named the release that broke checkout.',
  'The error was first noticed by an engineer.',
  'The admin panel failed to load after the release.',
  'The outage was caused by the developer console, which kept a lock.',
  'The package manager failed to verify the signature.',
  'An engineer looked at the errors that the release caused.',
  'The on-call engineer was paged when the error rate rose.',
  'Retries will fail when the pool is exhausted, and will caused by them last.',
  'The engineering team identified the failure of the primary.',
  'Ana ran the script that the runbook names; it failed to check which host it was on.',
  'Nothing in the tool asked Ben to confirm before it wiped the disk.',
  'Ben removed the broken node.',
  'Ana disabled the faulty alert.',
  'Ben changed the incorrect setting back.',
  'Ben deleted the bad rows.',
  'The release did not run on Sunday.',
  'A release set the limit from 50 to 5, and no test caught the error.',
];

describe('who is blamed', () => {
  it.each(BLAMES)('%s must not be the cause', (text) => {
    expect(rulesOf({ ...cause(text), people: PEOPLE })).toContain('person-as-cause');
  });

  it.each(BLAMES_NOBODY)('%s may stand', (text) => {
    const found = rulesOf({ ...cause(text), people: PEOPLE });
    expect(found.filter((rule) => rule === 'person-as-cause' || rule === 'name-beside-fault')).toEqual([]);
  });

  it.each([
    'The leak was introduced by Mahari in May.',
    'It came down to an oversight by Mahari.',
    'Mahari overlooked the alert.',
    'It was caused by Mahari’s change.',
    'Mahari’s mistake cost an hour.',
    'Nobody had told the team that he ignored the alert.',
  ])('%s asks its author alone, where only its look says that it is a name', (text) => {
    const found = rulesOf({ ...cause(text), people: [] });
    expect(found).toContain('name-beside-fault');
    expect(found).not.toContain('person-as-cause');
  });

  it.each([
    'The leak was introduced by Envoy in May.',
    'It was introduced by Orion release 4.',
    'The outage was caused by Orion.',
    'Mahari fixed the bug that broke checkout.',
    'Orion failed to start.',
  ])('%s may stand, where nobody is known', (text) => {
    expect(rulesOf({ ...prose({ lessons: text }), people: [] })).not.toContain('name-beside-fault');
  });

  it.each([
    ['person-as-cause', 'Ben dropped the production table.'],
    ['human-error-as-cause', 'It was a human error.'],
  ])('%s names each place, so that one waiver leaves the others', (rule, text) => {
    const timeline = [anEvent('15:40', text, 'cause-found', { place: { section: 'timeline', line: 9 } })];
    const found = checkStated(aStated({ ...cause(`${text} ${text}`), timeline, people: PEOPLE }));

    const places = found.filter((each) => each.rule === rule).map(({ place }) => place.section);
    expect(places).toEqual(['root-causes', 'timeline']);
  });

  it('quotes who and what, and no more', () => {
    const found = checkStated(
      aStated({ ...prose({ lessons: 'Later on the leak was introduced in May by Ben, as we know.' }), people: PEOPLE }),
    ).find(({ rule }) => rule === 'name-beside-fault');

    expect(found?.text).toMatch(/^“introduced in May by Ben” may read as blame\./u);
  });
});

function rulesOf(overrides: Parameters<typeof aStated>[0]): readonly string[] {
  return checkStated(aStated(overrides)).map(({ rule }) => rule);
}
