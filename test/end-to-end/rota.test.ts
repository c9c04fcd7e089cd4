import { describe, expect, it } from 'vitest';
import type { Rota } from '../../src/domain/escalation/rota.ts';
import { personId } from '../../src/domain/ids.ts';
import { HOUR } from '../../src/domain/time.ts';
import { declare } from '../support/declare.ts';
import { askDatabase } from '../support/engines.ts';
import { openRoom, type Room } from '../support/open-room.ts';
import { aRota } from '../support/rota-builder.ts';
import { only } from '../support/with-events.ts';

type Name = 'ana' | 'ben' | 'mahari';

/** On Tuesday the 7th of May, 14:00 UTC, it is Ana’s turn; Monday at nine in Berlin, 07:00 UTC, Ben’s begins. */
async function open(names: readonly string[] = ['database'], people = ['ana', 'ben', 'mahari']): Promise<Room> {
  const room = await openRoom();
  const members = people.map((name) => personId(room.workspace.person(name).id));
  await room.restart({ rotas: names.map((name): Rota => aRota({ name, members })) });
  return room;
}

async function types(room: Room, who: Name, words: string, where = 'general') {
  const answer = await room.workspace.person(who).types(`/incident rota ${words}`.trim(), where);
  await room.settle();
  return answer;
}

async function reads(room: Room, who: Name, words = ''): Promise<string> {
  return (await types(room, who, words)).text;
}

function told(room: Room, who: Name): readonly string[] {
  return room.workspace
    .person(who)
    .directMessages()
    .map((message) => message.visibleText());
}

describe('/incident rota', () => {
  it('says of each rota who is on duty until when, who is next, and how it goes round', async () => {
    const room = await open(['database', 'network']);

    const text = await reads(room, 'ben');

    expect(text).toContain('*database*: @ana is on duty until 2024-05-13 07:00 UTC, then @ben.');
    expect(text).toContain('*network*: @ana is on duty until');
    expect(text).toContain('Hands over on Mondays at 09:00 Europe/Berlin · in turn @ana, @ben, @mahari');
  });

  it('shows one by its name, and the next turn once that has come', async () => {
    const room = await open(['database', 'network']);
    await room.pass(6 * 24 * HOUR);

    const text = await reads(room, 'ana', 'Network');

    expect(text).toContain('*network*: @ben is on duty until 2024-05-20 07:00 UTC, then @mahari.');
    expect(text).not.toContain('database');
  });

  it('marks whom no call reaches, and says what to do', async () => {
    const room = await open(['database'], ['gone', 'robot', 'ana']);

    const text = await reads(room, 'ben');

    expect(text).toContain('*database*: ⚠️ @gone is on duty until 2024-05-13 07:00 UTC, then ⚠️ @robot.');
    expect(text).toContain(
      '⚠️ No call reaches @gone (account deactivated), @robot (a bot). Let somebody cover for them, as in `/incident rota database @ana covers for @ben until Friday 9:00`. Then change `members` in the policy file',
    );
    const covered = await reads(room, 'ben', 'I cover for @gone until Friday 9:00');
    expect(covered).toContain('*database*: @ben is on duty until');
    expect(await reads(await open(), 'ben')).not.toContain('⚠️');
  });

  it('marks who covers and whose account was deactivated since', async () => {
    const room = await open();
    await types(room, 'ana', '@ben covers for me until Friday 9:00');
    room.workspace.changePerson('ben', { isDeactivated: true });
    await room.settle();

    const text = await reads(room, 'ana');

    expect(text).toContain('*database*: ⚠️ @ben is on duty until');
  });

  it('says how to write one where the policy has none', async () => {
    const room = await openRoom();
    expect(await reads(room, 'ana')).toMatch(/There is no rota yet[\s\S]*rotas:\n {2}database:\n {4}members: \[/u);
    expect(await reads(room, 'ana', 'database I cover until 18:00')).toContain('There is no rota yet');
  });

  it.each([
    ['databse', '“databse” is no rota here. Did you mean `database`? There are `database`, `network`.'],
    ['payments', '“payments” is no rota here. There are `database`, `network`.'],
    ['<!channel>', '“<!channel>” is no rota here.'],
    ['I cover until 18:00', 'Say which rota, as in `/incident rota database @ana covers …`.'],
  ])('names the rotas that there are: %s', async (words, answer) => {
    const room = await open(['database', 'network']);
    expect(await reads(room, 'ana', words)).toContain(answer);
  });
});

describe('/incident rota … covers', () => {
  it('repeats what was understood, on the clock of whoever says it, and tells both who did not', async () => {
    const room = await open();

    const text = await reads(room, 'mahari', 'database @ben covers for @ana until Friday 9:00');

    expect(text).toContain('@ben covers for @ana in *database* from now until *Fri 10 May 09:00 UTC+3*.');
    expect(text).toContain('Times in your zone, Africa/Addis_Ababa.');
    expect(text).toContain('*database*: @ben is on duty until 2024-05-10 06:00 UTC, then @ana.');
    const span = 'in the rota *database* from 2024-05-07 14:00 UTC until 2024-05-10 06:00 UTC, says @mahari.';
    expect(told(room, 'ben')).toEqual([
      expect.stringContaining(`You cover for @ana ${span} Calls for that turn go to`),
    ]);
    expect(told(room, 'ana')).toEqual([
      expect.stringContaining(`@ben covers for you ${span} Calls for your turn go to`),
    ]);
    expect(told(room, 'mahari')).toEqual([]);
  });

  it.each(['I cover', 'me covers', '@ben covers'])('“%s” for whoever is on duty is told to them alone', async (who) => {
    const room = await open();

    const text = await reads(room, 'ben', `${who} from tomorrow 18:00 until 9:00`);

    expect(text).toContain(
      '@ben covers for whoever is on duty in *database* from *Wed 8 May 18:00 UTC-4* until *Thu 9 May',
    );
    expect(text).toContain('@ana is on duty until 2024-05-08 22:00 UTC, then @ben.');
    expect(told(room, 'ben')).toEqual([]);
    expect(told(room, 'ana')).toEqual([expect.stringContaining('Calls for your turn go to them, not to you.')]);
  });

  it('holds from then until then, restarts included', async () => {
    const room = await open();
    await types(room, 'ana', '@mahari covers for me from 18:00 until 20:00');
    await room.restart();
    const onDuty = async () => /@(\w+) is on duty/u.exec(await reads(room, 'ana'))?.[1];

    expect(await onDuty()).toBe('ana');
    expect(await reads(room, 'ana')).toContain(
      '🔁 @mahari covers for @ana from 2024-05-07 18:00 UTC until 2024-05-07 20:',
    );
    await room.pass(4 * HOUR);
    expect(await onDuty()).toBe('mahari');
    expect(await reads(room, 'ana')).toContain('🔁 @mahari covers for @ana until 2024-05-07 20:00 UTC · set by @ana');
    await room.pass(2 * HOUR);
    expect(await onDuty()).toBe('ana');
    expect(await reads(room, 'ana')).not.toContain('covers');
  });

  it('warns where it changes nothing', async () => {
    const room = await open();
    expect(await reads(room, 'ana', '@mahari covers for @ben until Friday 9:00')).toContain(
      '⚠️ As it stands this changes',
    );
    expect(await reads(room, 'ana', 'I cover until 18:00')).toContain('@ana is on duty all that time anyway.');
  });

  it('works in a thread by mention, and in an incident’s channel', async () => {
    const room = await open();
    const ana = room.workspace.person('ana');
    const channel = await declare(room);
    const start = ana.says('I have to leave', channel);
    ana.says('@faultline rota @ben covers for me until 18:00', channel, { thread: start });
    await room.settle();

    expect(ana.sees(channel).at(-1)?.visibleText()).toContain('@ben covers for @ana in *database* from now until');
    expect(told(room, 'ben')).toHaveLength(1);
  });

  it.each([
    ['@robot covers until 18:00', 'Robot is a bot.'],
    ['@gone covers until 18:00', 'account is deactivated. Name somebody else.'],
    ['@ana covers for me until 18:00', '@ana cannot cover for themselves.'],
    ['@ben covers until 2024-05-07 14:00', '2024-05-07 14:00 UTC is over already.'],
    ['@ben covers from Friday 9:00 until tomorrow 9:00', 'before it begins 2024-05-10 09:00 UTC.'],
    ['@ben covers until Tuesday 18:00', 'write `2024-05-07 18:00 UTC` or `2024-05-14 18:00 UTC`'],
    ['@ben covers until Friday', 'I can’t read “Friday” as a time to come.'],
    ['@ben covers for @ana', 'Say until when, as in `/incident rota database @ana covers'],
    ['@ben covers for ana until 18:00', 'I can’t read “ana until 18:00”.'],
    ['@dba covers until 18:00', 'I can’t read “@dba covers until 18:00”.'],
    ['@nina covers until 18:00', 'I don’t know @nina.'],
    ['@ben covers for @nina until 18:00', 'I don’t know @nina.'],
    ['databse @ben covers until 18:00', '“databse” is no rota here. Did you mean `database`?'],
  ])('refuses “%s”, gives the words back and changes nothing', async (words, answer) => {
    const room = await open();

    const text = await reads(room, 'ana', words);

    expect(text).toContain(answer);
    expect(text).toContain('You wrote:');
    expect(await reads(room, 'ana')).not.toContain('🔁');
    expect(told(room, 'ben')).toEqual([]);
  });

  it('does not write to whoever left, and is audited with who did it', async () => {
    const room = await open();
    await types(room, 'ana', '@ben covers for @gone until 18:00');
    await room.workspace.person('ana').clicks('Take back', only(await types(room, 'ana', '')));
    await room.settle();

    expect(room.workspace.person('gone').directMessages()).toEqual([]);
    const audited = await askDatabase(
      room.config.databaseUrl,
      "select action, person_id from audit_entry where action like '%cover%' order by id",
    );
    const { id } = room.workspace.person('ana');
    expect(audited).toEqual([
      { action: 'cover-in-rota', person_id: id },
      { action: 'take-back-cover', person_id: id },
    ]);
  });
});

describe('a cover that somebody cannot be told of', () => {
  it('is told to whoever set it, with what to do', async () => {
    const room = await open();
    room.workspace.fails('conversations.open', { kind: 'error', error: 'user_disabled' });

    await types(room, 'mahari', '@ben covers for me from Friday 9:00 until Friday 18:00');
    await room.settle();

    expect(told(room, 'ben')).toEqual([]);
    expect(told(room, 'mahari')).toEqual([
      '⚠️ @ben could not be told that @ben covers for @mahari in the rota *database*. The account is deactivated. Tell them yourself.',
    ]);
  });

  it.each(['chat.postMessage', 'conversations.open'])('at once is told once, where %s broke', async (method) => {
    const room = await open();
    room.workspace.fails(method, { kind: 'reset-after' });

    await types(room, 'mahari', '@ben covers for @ana until Friday 9:00');
    await room.pass(HOUR);

    expect(told(room, 'ben')).toHaveLength(1);
    expect(told(room, 'ana')).toHaveLength(1);
  });

  it('is not told any more where it was taken back meanwhile', async () => {
    const room = await open();
    room.workspace.fails('conversations.open', { kind: 'rate-limited', retryAfterSeconds: 600, times: 2 });
    const answer = only(await types(room, 'mahari', '@ben covers for @ana until Friday 9:00'));
    await room.workspace.person('mahari').clicks('Take back', answer);
    await room.pass(HOUR);

    expect(told(room, 'ben')).toEqual([expect.stringContaining('↩️ @mahari took back that you cover for @ana')]);
  });
});

describe('Take back', () => {
  it('ends a cover at once, in the list itself, and tells whoever it concerns', async () => {
    const room = await open();
    await types(room, 'mahari', '@ben covers for @ana until Friday 9:00');
    const list = only(await types(room, 'ana', ''));
    await room.pass(HOUR);

    await room.workspace.person('ana').clicks('Take back', list);
    await room.settle();

    expect(list.visibleText()).toContain('Taken back: @ben covers for @ana in *database*');
    expect(list.visibleText()).toContain('*database*: @ana is on duty until 2024-05-13 07:00 UTC, then @ben.');
    expect(list.visibleText()).not.toContain('🔁');
    expect(told(room, 'ben').at(-1)).toContain('↩️ @ana took back that you cover for @ana in the rota *database* from');
    expect(told(room, 'ana')).toHaveLength(1);
    expect(await reads(room, 'ana')).not.toContain('🔁');
  });

  it('is offered to whoever covers, and says so to the one whose turn it is again', async () => {
    const room = await open();
    await types(room, 'mahari', '@ben covers until Friday 9:00');
    const ben = room.workspace.person('ben');
    await ben.clicks('Take back', ben.directMessages()[0] ?? expect.fail('Ben was not told'));
    await room.settle();

    expect(told(room, 'ana').at(-1)).toContain('↩️ @ben took back that @ben covers for whoever is on duty');
    expect(await reads(room, 'ana')).toContain('@ana is on duty');
  });

  it('of what was taken back, or ended, changes nothing', async () => {
    const room = await open();
    const answer = only(await types(room, 'mahari', '@ben covers for @ana until 15:00 UTC'));
    const list = only(await types(room, 'ben', ''));
    const mahari = room.workspace.person('mahari');
    await mahari.clicks('Take back', answer);
    await room.settle();

    const second = await room.workspace.person('ben').clicks('Take back', list);
    await room.settle();

    expect(second.text).toContain('That cover is over already: it ended, or somebody took it back.');
    expect(told(room, 'ben')).toHaveLength(2);
  });
});
