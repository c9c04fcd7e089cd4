import type { Ports } from '../../use-cases/ports.ts';
import { askForFiles } from '../../use-cases/postmortem/post-files.ts';
import { paragraph } from '../blocks/layout.ts';
import { buttons } from '../identifiers.ts';
import { type Answer, type Feature, type Press, say, sayNo } from './feature.ts';

/** Having the postmortem's files posted as they are now. */
export function postmortemFilesFeature(ports: Ports): Feature {
  return { buttons: { [buttons.postFiles]: (press) => post(ports, press) } };
}

async function post(ports: Ports, press: Press): Promise<Answer> {
  const outcome = await askForFiles(ports, press);
  return outcome.ok ? say(paragraph('I post the files as they are now.')) : sayNo(outcome.refusal);
}
