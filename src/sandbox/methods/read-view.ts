import { checkView } from '../blocks/check-view.ts';
import type { ViewDefinition } from '../state/records.ts';
import { SlackError } from './slack-error.ts';

/** A view as a call or a response gives it, where Slack would take it. */
export function readView(given: unknown, type: ViewDefinition['type']): ViewDefinition {
  const problems = checkView(given);
  const definition = given as ViewDefinition;
  if (problems.length > 0 || definition.type !== type) {
    const messages = problems.length > 0 ? problems : [`[ERROR] must be a ${type} [json-pointer:/view/type]`];
    throw new SlackError('invalid_arguments', { response_metadata: { messages } });
  }
  return definition;
}
