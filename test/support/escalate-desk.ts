import { expect } from 'vitest';
import type { EscalationPolicy } from '../../src/domain/escalation/escalation-policy.ts';
import { personId } from '../../src/domain/ids.ts';
import type { Policy } from '../../src/domain/policy.ts';
import { type CalendarDate, UTC } from '../../src/domain/time.ts';
import { defaultPolicy } from '../../src/policy.ts';
import type { Channel } from '../../src/sandbox/people/channel.ts';
import type { Entries } from '../../src/sandbox/people/fill-fields.ts';
import type { Modal } from '../../src/sandbox/people/modal.ts';
import { declare } from './declare.ts';
import { openRoom, type Room } from './open-room.ts';

export interface Desk {
  readonly room: Room;
  readonly channel: Channel;
  /** The form, opened from the card by Ana. */
  readonly form: Modal;
}

export async function openForm(policyOf: (room: Room) => Partial<Policy> = () => ({})): Promise<Desk> {
  const room = await openRoom();
  await room.restart(policyOf(room));
  await room.settle();
  const channel = await declare(room);
  return { room, channel, form: await openAgain(room, channel) };
}

export async function openAgain(room: Room, channel: Channel): Promise<Modal> {
  const [card] = channel.pins();
  const { modal } = await room.workspace.person('ana').clicks('Escalate', card ?? channel.message('INC-1'));
  return opened(modal);
}

export function opened(modal: Modal | undefined): Modal {
  if (modal === undefined) {
    throw new Error('no form is open');
  }
  return modal;
}

export async function lookOver({ room, form }: Desk, entries: Entries): Promise<Modal> {
  const sent = await room.workspace.person('ana').submits(form, entries);
  expect({ failed: sent.failed, errors: sent.errors }).toEqual({ failed: undefined, errors: {} });
  return opened(sent.modal);
}

export async function call({ room }: Desk, preview: Modal): Promise<void> {
  const sent = await room.workspace.person('ana').submits(preview, {});
  await room.settle();
  expect(sent).toMatchObject({ failed: undefined, isClosed: true, modal: undefined });
}

export function callsOf(room: Room, name: string): readonly string[] {
  const messages = room.workspace.person(name).directMessages();
  return messages.map((message) => message.visibleText());
}

export function cards(channel: Channel): readonly string[] {
  const texts = channel.messages().map((message) => message.visibleText());
  return texts.filter((text) => text.includes('is called by'));
}

/** Two policies: one for the severity that incidents begin with, which calls others until 14:05, and one for none. */
export function twoPolicies({ workspace }: Room): { readonly escalationPolicies: readonly EscalationPolicy[] } {
  const person = (name: string) => ({ kind: 'person', id: personId(workspace.person(name).id) }) as const;
  const database: EscalationPolicy = {
    name: 'database',
    severities: [defaultPolicy.defaultSeverity],
    steps: [
      { targets: [person('ben')], waitMinutes: 5 },
      { targets: [person('mahari'), person('gone')], waitMinutes: 10 },
    ],
    workingHours: {
      zone: UTC,
      weekdays: [2],
      from: '09:00',
      until: '14:05',
      steps: [{ targets: [person('mahari')], waitMinutes: 7 }],
    },
    rounds: 2,
    contacts: ['Duty manager: +251 11 555 0100'],
  };
  const network: EscalationPolicy = {
    name: 'network',
    severities: [],
    steps: [{ targets: [person('ben')], waitMinutes: 5 }],
    workingHours: undefined,
    rounds: 1,
    contacts: [],
  };
  return { escalationPolicies: [database, network] };
}

/** A rota that Mahari hands over to Ben at 14:05, called twice with ten minutes between. */
export function onDutyPolicy({ workspace }: Room): Partial<Policy> {
  const [ben, mahari] = ['ben', 'mahari'].map((name) => personId(workspace.person(name).id));
  const step = { targets: [{ kind: 'rota', name: 'database' }], waitMinutes: 10 } as const;
  return {
    rotas: [
      {
        name: 'database',
        members: [ben, mahari].filter((id) => id !== undefined),
        zone: UTC,
        handOverWeekday: 2,
        handOverTime: '14:05',
        firstHandOver: '2024-05-07' as CalendarDate,
      },
    ],
    escalationPolicies: [
      {
        name: 'on-duty',
        severities: [defaultPolicy.defaultSeverity],
        steps: [step, step],
        workingHours: undefined,
        rounds: 3,
        contacts: [],
      },
    ],
  };
}
