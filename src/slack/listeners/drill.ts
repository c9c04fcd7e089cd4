import { setDrill } from '../../use-cases/incident/set-drill.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { paragraph } from '../blocks/layout.ts';
import { calledName } from '../text/describe-incident.ts';
import { readMarkup } from '../text/read-markup.ts';
import { splitWord } from '../text/split-word.ts';
import { type Answer, type Command, type Feature, say, sayNo } from './feature.ts';

/** Correcting whether an incident is a drill. */
export function drillFeature(ports: Ports): Feature {
  return { verbs: { drill: (command) => drill(ports, command) } };
}

async function drill(ports: Ports, command: Command): Promise<Answer> {
  const { word, rest } = splitWord(readMarkup(command.markup, command.names));
  const isDrill = readSwitch(word);
  if (isDrill === undefined) {
    return sayNo({ kind: 'neither-on-nor-off' });
  }
  const outcome = await setDrill(ports, { ...command, isDrill, reason: rest.trim() });
  if (!outcome.ok) {
    return sayNo(outcome.refusal);
  }
  const name = calledName(outcome.value);
  return say(
    paragraph(
      isDrill
        ? `${name} counts in no statistics now. Calls go on as they are: \`/incident resolve\` or \`cancel\` ends them.`
        : `${name} is real now, and counts. Those who were called were told of a drill: call them again if you need them.`,
    ),
  );
}

function readSwitch(word: string): boolean | undefined {
  switch (word.toLowerCase()) {
    case 'on':
      return true;
    case 'off':
      return false;
    default:
      return undefined;
  }
}
