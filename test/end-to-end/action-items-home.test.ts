import { describe, expect, it } from 'vitest';
import { declare } from '../support/declare.ts';
import { openRoom } from '../support/open-room.ts';

describe('the home page', () => {
  it('shows the action items that are its reader’s below the open incidents, and follows what is pressed there', async () => {
    const room = await openRoom();
    const [ana, ben] = [room.workspace.person('ana'), room.workspace.person('ben')];
    const channel = await declare(room);
    await ana.types('/incident action @ben Size the pool by 2024-05-17', channel);
    ben.opensHome();
    await room.settle();
    console.log(ben.home?.visibleText());
    expect(ben.home?.visibleText()).toContain('Your action items: 1 open');

    await ana.types('/incident action @ben Alert on waits by 2024-05-17', channel);
    await room.settle();
    console.log(ben.home?.visibleText());
    if (ben.home) await ben.clicks('Done', ben.home, 'Size the pool');
    await room.settle();
    console.log(ben.home?.visibleText());
    console.log(ben.directMessages().map((m) => m.visibleText()));
  });
});
