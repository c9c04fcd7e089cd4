import type { MessageKey } from '../../domain/ids.ts';
import { accept } from '../../domain/result.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { RequesterInChannel } from '../../use-cases/request.ts';
import { actions, type Message, paragraph, section } from '../blocks/layout.ts';
import { explain, type Refusal } from '../explain.ts';
import { formButton } from '../messages/form-button.ts';
import { endedAnswer } from '../messages/item-answers.ts';
import type { Answer } from './feature.ts';

export interface Asker extends RequesterInChannel {
  readonly thread: MessageKey | undefined;
  readonly responseUrl: string | undefined;
}

/**
 * Answers as work, where the request itself leaves no place for words; a form becomes the button that opens it.
 * One delivery is answered once, however often it comes.
 */
export async function answerLater(ports: Ports, asker: Asker, answer: Answer): Promise<void> {
  const { text, blocks } = asMessage(answer);
  const isRedrawn = answer.kind === 'say' && answer.isRedrawn === true;
  const { teamId, personId, channel, thread, responseUrl, deliveryKey } = asker;
  await ports.database.transaction(async (records) => {
    await records.work.add({
      work: { kind: 'answer', answer: { personId, channel, thread, responseUrl, text, blocks, isRedrawn } },
      lane: `answer:${personId}`,
      runAt: ports.clock.now(),
      dedupeKey: `answer:${teamId}:${deliveryKey}`,
    });
    return accept(undefined);
  });
  ports.wake();
}

/** What stands in for a form where Slack lets none be opened. */
export function asMessage(answer: Answer): Message {
  if (answer.kind === 'say') {
    return answer.message;
  }
  if (answer.kind === 'refusal') {
    return answer.question ?? refusalMessage(answer.refusal);
  }
  const text = answer.told ?? 'This opens a form:';
  return { text, blocks: [section(text), actions(formButton(answer.label, answer.name, 'primary', answer.value))] };
}

function refusalMessage(refusal: Refusal): Message {
  return refusal.kind === 'item-ended' ? endedAnswer(refusal) : paragraph(explain(refusal));
}
