import type { Cover } from '../../src/domain/escalation/cover.ts';
import { dutyAt } from '../../src/domain/escalation/duty.ts';
import { personId, teamId } from '../../src/domain/ids.ts';
import type { TimeZone } from '../../src/domain/time.ts';
import { type Message, paragraph } from '../../src/slack/blocks/layout.ts';
import { explain } from '../../src/slack/explain.ts';
import {
  coverAnswer,
  coverMessage,
  rotaList,
  takenBackAnswer,
  untoldCoverMessage,
} from '../../src/slack/messages/rota-messages.ts';
import type { RotaState } from '../../src/use-cases/escalation/show-rotas.ts';
import { aPerson } from '../support/record-builder.ts';
import { aCover, ana, aRota, ben, inMay, mahari } from '../support/rota-builder.ts';

/** Everything that the bot says of rotas, with `typed` wherever a person's words go. */
export function everyRotaMessage(typed: string): Readonly<Record<string, Message>> {
  const cover = aCover();
  const forAnybody = aCover({ coversFor: undefined, until: inMay('31 09:00') });
  const now = inMay('07 12:00');
  const speaker = { now, zone: 'Africa/Addis_Ababa' as TimeZone, locale: undefined };
  const kept = (cover: Cover) => ({ teamId: teamId('T1'), cover, takenBack: undefined });
  const takenBack = { ...kept(cover), takenBack: { by: ben, at: now } };
  const later = aCover({ from: inMay('08 18:00'), until: inMay('10 06:00') });
  const full = aRota({ members: Array.from({ length: 300 }, (_, index) => personId(`U0MEMBER${index}`)) });
  return {
    'a rota': rotaList([stateOf([])]),
    'a rota with covers': rotaList([stateOf([cover, later])]),
    'a rota of people whom no call reaches': rotaList([
      {
        ...stateOf([]),
        unreachable: [
          aPerson({ id: ana, name: typed, isDeactivated: true }),
          aPerson({ id: ben, name: typed, isBot: true }),
        ],
      },
    ]),
    'a rota that is covered by somebody whom no call reaches': rotaList([
      { ...stateOf([cover]), unreachable: [aPerson({ id: mahari, name: typed, isDeactivated: true })] },
    ]),
    'a rota of one person': rotaList([{ ...stateOf([]), duty: { person: ana, next: undefined } }]),
    'very many rotas': rotaList(
      Array.from({ length: 30 }, () => ({
        ...stateOf(Array.from({ length: 20 }, () => later)),
        rota: full,
        unreachable: full.members.map((id) => aPerson({ id, name: typed, isDeactivated: true })),
      })),
    ),
    'answer to a cover': coverAnswer({ cover: later, replaced: [ana], state: stateOf([later]) }, speaker),
    'answer to a cover that changes nothing': coverAnswer(
      { cover: { ...forAnybody, setAt: forAnybody.from }, replaced: [], state: stateOf([forAnybody]) },
      speaker,
    ),
    'a cover taken back': takenBackAnswer({ cover, state: stateOf([later]) }),
    'a cover taken back of a rota that is gone': takenBackAnswer({ cover, state: undefined }),
    'a cover, to whoever covers': coverMessage(mahari, kept(cover)),
    'a cover, to whoever is covered': coverMessage(ana, kept({ ...cover, setBy: mahari })),
    'a cover, to one of those who are on duty': coverMessage(ana, kept(forAnybody)),
    'a cover taken back, to whoever covered': coverMessage(mahari, takenBack),
    'a cover taken back, to whoever was covered': coverMessage(ana, takenBack),
    'a cover of which somebody does not know': untoldCoverMessage({ kept: kept(cover), person: ana, reason: typed }),
    'a cover taken back of which somebody does not know': untoldCoverMessage({
      kept: takenBack,
      person: mahari,
      reason: 'connection_failed',
    }),
    'no rota': paragraph(explain({ kind: 'no-rotas' })),
    'an unknown rota': paragraph(explain({ kind: 'unknown-rota', typed, nearest: 'database', known: ['database'] })),
    'a cover that cannot be read': paragraph(explain({ kind: 'unreadable-cover', text: typed })),
    'a time to come that cannot be read': paragraph(explain({ kind: 'unreadable-cover-time', text: typed })),
  };
}

function stateOf(covers: readonly Cover[]): RotaState {
  const at = inMay('07 12:00');
  return { rota: aRota(), at, duty: dutyAt(aRota(), covers, at), covers, unreachable: [] };
}
