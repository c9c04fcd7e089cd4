import { describe, expect, it } from 'vitest';
import { transcript } from '../support/declare.ts';
import { anAlertHook, fromAlertmanager } from '../support/alert-payloads.ts';
import { openRoom } from '../support/open-room.ts';
import { hookSecrets, postAlert } from '../support/post-alert.ts';

describe.each(['http', 'socket'] as const)('an alert over %s', (mode) => {
  it('opens an incident', async () => {
    const room = await openRoom({ mode, hookSecrets, policy: { alertHooks: [anAlertHook()] } });
    console.log(await postAlert(room, fromAlertmanager([{}, {instance:'web-2'}])));
    const channel = room.workspace.channel('inc-1-bookingerrors-service-booking');
    console.log(transcript(channel));
    await room.pass(60_000*5);
    console.log(await postAlert(room, fromAlertmanager([{}, {instance:'web-2', status:'resolved',endsAt:'2024-05-07T14:02:00.217Z'},{instance:'web-3'}])));
    console.log(await postAlert(room, fromAlertmanager([{status:'resolved'}, {instance:'web-2', status:'resolved'},{instance:'web-3',status:'resolved'}])));
    console.log(transcript(channel));
    console.log(transcript(room.workspace.channel('incidents')));
    const ana=room.workspace.person('ana');
    ana.joins?.(channel);
    await room.pass(60_000*5);
    console.log(await postAlert(room, fromAlertmanager([{startsAt:'2024-05-07T14:06:00Z'}])));
    console.log(transcript(channel));
    console.log((await ana.types('/incident timeline', channel)).visibleText?.());
    console.log(room.workspace.record.calls.filter(c=>c.outcome!=='ok' && (c as any).error).map(c=>JSON.stringify(c).slice(0,200)));
  });
});
