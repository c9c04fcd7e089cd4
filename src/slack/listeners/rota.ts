import { findRota } from '../../domain/escalation/find-rota.ts';
import { parseCoverTimes } from '../../domain/escalation/parse-cover.ts';
import type { Rota } from '../../domain/escalation/rota.ts';
import { coverId } from '../../domain/ids.ts';
import { coverInRota } from '../../use-cases/escalation/cover-in-rota.ts';
import { showRotas } from '../../use-cases/escalation/show-rotas.ts';
import { takeBackCover } from '../../use-cases/escalation/take-back-cover.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { buttons } from '../identifiers.ts';
import { coverAnswer, rotaList, takenBackAnswer } from '../messages/rota-messages.ts';
import { type Answer, type Command, type Feature, type Press, redraw, say, sayNo } from './feature.ts';
import { readRota, type SaidCover } from './read-rota.ts';

/** Who is on duty, and who covers for whom. */
export function rotaFeature(ports: Ports): Feature {
  return {
    verbs: { rota: (command) => rota(ports, command) },
    buttons: { [buttons.takeBackCover]: (press) => takeBack(ports, press) },
  };
}

async function rota(ports: Ports, command: Command): Promise<Answer> {
  const { rotas } = ports.policy;
  const read = readRota(command);
  if (!read.ok) {
    return sayNo(read.refusal);
  }
  const { rota: typed, cover } = read.value;
  if (typed === '' && cover === undefined && rotas.length > 0) {
    return say(rotaList(await showRotas(ports, command.teamId, rotas)));
  }
  const found = findRota(typed, rotas);
  if (!found.ok) {
    return sayNo(found.refusal);
  }
  return cover === undefined
    ? say(rotaList(await showRotas(ports, command.teamId, [found.value])))
    : setCover(ports, command, { rota: found.value, said: cover });
}

async function setCover(
  ports: Ports,
  command: Command,
  { rota, said }: { readonly rota: Rota; readonly said: SaidCover },
): Promise<Answer> {
  const times = parseCoverTimes(said.times, command.speaker);
  if (!times.ok) {
    return sayNo(times.refusal);
  }
  const { by, coversFor } = said;
  const outcome = await coverInRota(ports, { ...command, rota, by, coversFor, ...times.value });
  return outcome.ok ? say(coverAnswer(outcome.value, command.speaker)) : sayNo(outcome.refusal);
}

async function takeBack(ports: Ports, press: Press): Promise<Answer> {
  const outcome = await takeBackCover(ports, { ...press, coverId: coverId(press.value) });
  return outcome.ok ? redraw(takenBackAnswer(outcome.value)) : sayNo(outcome.refusal);
}
