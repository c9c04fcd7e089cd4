import { describe, expect, it } from 'vitest';
import type { EscalationPolicy } from '../../src/domain/escalation/escalation-policy.ts';
import { MINUTE } from '../../src/domain/time.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import { closes } from '../support/closes.ts';
import { declare } from '../support/declare.ts';
import { engines } from '../support/engines.ts';
import { openRoom, type Room } from '../support/open-room.ts';
import { section } from './seed-facts/read-draft.ts';

/** Calls #ops and then nobody; a person is found at run time. */
function policyOf(room: Room): EscalationPolicy {
  const ana = room.workspace.person('ana').id as never;
  const steps = [{ targets: [{ kind: 'person' as const, id: ana }], waitMinutes: 5 }];
  return { name: 'database', severities: ['SEV1'], steps, workingHours: undefined, rounds: 1, contacts: [] };
}

async function types(room: Room, who: string, text: string, channel: Channel) {
  const answer = await room.workspace.person(who).types(text, channel);
  await room.settle();
  return answer;
}

async function clicks(room: Room, who: string, label: string): Promise<void> {
  const person = room.workspace.person(who);
  const call = person.directMessages().findLast((message) => message.buttons().some(({ text }) => text === label));
  await person.clicks(label, call ?? expect.fail(`${who} has no button ${label}`));
  await room.settle();
}

function linesOf(channel: Channel): readonly string[] {
  return (channel.pins()[0]?.visibleText() ?? '').split('\n').filter((line) => /called|I call|I will say/u.test(line));
}

async function figures(room: Room): Promise<readonly string[]> {
  const body = await (await fetch(`${room.bot.address}/metrics`)).text();
  return body.split('\n').filter((line) => /^faultline_(escalations|time_to_ack\w+_(sum|count))/u.test(line));
}

/** Two wrong ideas, @dba called and answered by the second; another wrong idea, and a policy that nobody answers. */
async function playEvening(room: Room): Promise<Channel> {
  const channel = await declare(room);
  await room.restart({ escalationPolicies: [policyOf(room)] });
  const ana = room.workspace.person('ana');
  ana.reactsWith('fish', ana.says('It is the CDN', channel));
  await room.pass(MINUTE);
  await types(room, 'ana', '/incident escalate @dba the pool ran dry', channel);
  await room.pass(MINUTE);
  await clicks(room, 'ben', 'Can’t, pass on');
  await room.pass(2 * MINUTE);
  await clicks(room, 'mahari', 'I’m on it');
  await types(room, 'ana', '/incident log 14:03 misleading-path: Thought it was DNS', channel);
  await room.pass(10 * MINUTE);
  await types(room, 'mahari', '/incident escalate database nobody knows this box', channel);
  await room.pass(MINUTE);
  await types(room, 'ana', '/incident log escalation: Phoned the vendor', channel);
  await room.pass(4 * MINUTE);
  await room.pass(MINUTE);
  return channel;
}

async function close(room: Room, channel: Channel): Promise<string> {
  await types(room, 'ana', '/incident resolve', channel);
  await closes(room.workspace.person('ana'), channel, { summary: 'It was the pool' });
  await room.settle();
  return String(channel.files().findLast(({ name }) => name.endsWith('.md'))?.content);
}

function aLinkedRow(when: string, rest: string) {
  const [before, after] = [`| ${when} ([message](`, `)) | ${rest}`];
  return expect.toSatisfy((line: string) => line.startsWith(before) && line.endsWith(after), `${before}…${after}`);
}

describe.each(engines)('the record of escalations on $name', (engine) => {
  it('has in the postmortem who was called, when and why, how long an answer took, and what misled before', async () => {
    const room = await openRoom({ engine });
    const channel = await playEvening(room);
    const draft = section(await close(room, channel), 'Escalations');

    expect(draft.split('\n').filter((line) => line !== '')).toEqual([
      '| When | Called | By | Why | Answered |',
      '| --- | --- | --- | --- | --- |',
      expect.stringMatching(
        /^\| 2024-05-07 14:01 UTC \(\[message\]\(.*\)\) \| @dba \| ana \| the pool ran dry \| mahari, 2024-05-07 14:04 UTC, after 3 min \|$/u,
      ),
      expect.stringMatching(
        /^\| 2024-05-07 14:14 UTC \(\[message\]\(.*\)\) \| policy database \| mahari \| nobody knows this box \| _nobody answered; nobody was left to call, 2024-05-07 14:19 UTC; no longer needed, 2024-05-07 14:20 UTC_ \|$/u,
      ),
      '### Call to @dba, 2024-05-07 14:01 UTC',
      'What misled us before:',
      expect.stringMatching(/^- 2024-05-07 14:00 UTC, misleading path: It is the CDN \(ana, \[message\]\(.*\)\)$/u),
      '| When | Who was called | What came of it |',
      '| --- | --- | --- |',
      aLinkedRow('2024-05-07 14:01 UTC', 'ben (@dba) | passed on 2024-05-07 14:02 UTC, after 1 min |'),
      aLinkedRow('2024-05-07 14:01 UTC', 'mahari (@dba) | answered 2024-05-07 14:04 UTC, after 3 min |'),
      '### Call to policy database, 2024-05-07 14:14 UTC',
      'What misled us before:',
      expect.stringContaining('14:03 UTC, misleading path: Thought it was DNS'),
      '| When | Who was called | What came of it |',
      '| --- | --- | --- |',
      aLinkedRow('2024-05-07 14:14 UTC', 'ana | _no answer_ |'),
      '### Written down by hand',
      expect.stringContaining('14:15 UTC, escalation: Phoned the vendor'),
    ]);
  });

  it('follows its escalation where the event is corrected', async () => {
    const room = await openRoom({ engine });
    const channel = await playEvening(room);
    const ana = room.workspace.person('ana');
    const [timeline] = (await ana.types('/incident timeline', channel)).messages;
    const words = 'Escalated to @dba';
    const { modal } = await ana.picks('Edit…', timeline ?? expect.fail('there is no timeline'), words);
    const when = String(Date.parse('2024-05-07T13:40:00Z') / 1_000);
    await ana.submits(modal, { text: 'Called our database people', kind: 'escalation', when });
    await room.settle();

    const draft = section(await close(room, channel), 'Escalations');

    expect(draft.match(/the pool ran dry|our database people/gu)).toEqual(['the pool ran dry']);
    expect(draft.match(/escalation:/gu)).toHaveLength(1);
  });

  it('gives the same figures in the postmortem and to Prometheus, also after a restart', async () => {
    const room = await openRoom({ engine });
    const channel = await playEvening(room);
    await room.restart();

    const { text } = await types(room, 'ana', '/incident postmortem', channel);

    expect(text).toContain(
      '*Time to acknowledge:* 3 min (first call for help 2024-05-07 14:01 UTC, acknowledged 2024-05-07 14:04 UTC)',
    );
    expect(text).toContain('• @dba: 1 call, answered after 3 min');
    expect(text).toContain('• policy database: 1 call, 1 unanswered');
    expect(await figures(room)).toEqual([
      'faultline_escalations{target="group:dba",outcome="answered"} 1',
      'faultline_escalations{target="policy:database",outcome="unanswered"} 1',
      'faultline_time_to_acknowledge_seconds_sum{target="group:dba"} 180',
      'faultline_time_to_acknowledge_seconds_count{target="group:dba"} 1',
    ]);
  });

  it('tells Prometheus of an answer for good, whatever becomes of the incident', async () => {
    const room = await openRoom({ engine });
    const channel = await playEvening(room);
    const answers = async () => (await figures(room)).filter((line) => !line.includes('policy:'));
    const before = await answers();

    await types(room, 'ana', '/incident severity SEV1', channel);
    await types(room, 'ana', '/incident cancel a false alarm', channel);

    expect(channel.pins()[0]?.visibleText()).toContain('canceled');
    expect(before).toHaveLength(3);
    expect(await answers()).toEqual(before);
  });
});

describe('the card', () => {
  it('shows each call as it goes on, is answered, passed on, and over', async () => {
    const room = await openRoom();
    const channel = await declare(room);
    await types(room, 'ana', '/incident escalate @dba hurry', channel);
    expect(linesOf(channel)).toEqual(['@dba: ⏳ at 2024-05-07 14:05 UTC I call @dba (round 2 of 3)']);

    await room.pass(5 * MINUTE);
    expect(linesOf(channel)).toEqual(['@dba: ⏳ at 2024-05-07 14:10 UTC I call @dba (round 3 of 3)']);

    await room.pass(MINUTE);
    await types(room, 'ben', '/incident ack', channel);
    const answered = 'called 2024-05-07 14:00 UTC, answered 2024-05-07 14:06 UTC by @ben (6 min)';
    expect(linesOf(channel)).toEqual([`@dba: 🙋 ${answered}`]);

    await clicks(room, 'ben', 'Can’t, pass on');
    expect(linesOf(channel)).toEqual([
      `@dba: ⏳ ${answered}, and nobody is on it now; if nobody answers until 2024-05-07 14:11 UTC, I will say so here`,
    ]);

    await room.pass(5 * MINUTE);
    expect(linesOf(channel)).toEqual([`@dba: 🔕 ${answered}; nobody is left to call`]);

    await room.pass(MINUTE);
    await types(room, 'mahari', '/incident ack', channel);
    expect(linesOf(channel)).toEqual([`@dba: 🙋 ${answered}, now @mahari is on it`]);

    const draft = await close(room, channel);
    expect(linesOf(channel)).toEqual([`@dba: 🏁 ${answered}, now @mahari is on it; no longer needed`]);
    expect(draft).toContain('ben, 2024-05-07 14:06 UTC, after 6 min; mahari took it over, 2024-05-07 14:12 UTC |');
  });
});
