import { begunSteps } from './begun-steps.ts';
import { checkCalls } from './check-calls.ts';
import { callsOfRotas, checkDuty } from './check-duty.ts';
import { checkEnding } from './check-ending.ts';
import { checkQuestions } from './check-questions.ts';
import { checkSteps } from './check-steps.ts';
import { checkWebhooks } from './check-webhooks.ts';
import { tellHistory } from './history.ts';
import type { Month } from './month.ts';
import { readStories, type Story } from './read-story.ts';

/** What is wrong with a month, each escalation's faults with its history; and what happened in it at all. */
export async function checkMonth(
  month: Month,
  seed: string,
): Promise<{ readonly wrong: readonly string[]; readonly summary: Readonly<Record<string, number>> }> {
  const stories = await readStories(month);
  const wrong = stories.flatMap((story) => {
    const faults = [
      ...checkSteps(month, story),
      ...checkCalls(story),
      ...checkDuty(month, story),
      ...checkWebhooks(story),
      ...checkQuestions(month, story),
      ...checkEnding(story),
    ];
    return faults.length === 0 ? [] : [tell(month, seed, story, faults)];
  });
  return { wrong, summary: summarize(month, stories) };
}

function tell(month: Month, seed: string, { escalation, entries }: Story, faults: readonly string[]): string {
  const { plan, state, id } = escalation;
  const steps = plan.steps.map(({ targets, waitMinutes }) => {
    const names = targets.map((target) => ('id' in target ? target.id : target.name));
    return `[${names.join(' ')} ${waitMinutes} min]`;
  });
  return [
    `seed ${seed}, escalation ${month.indexOf(id)} (${state}): ${steps.join(' ')} × ${plan.rounds}`,
    ...faults.map((fault) => `  ✗ ${fault}`),
    tellHistory(entries),
  ].join('\n');
}

function summarize(month: Month, stories: readonly Story[]): Readonly<Record<string, number>> {
  const { history, starts, stalls, jumps } = month;
  const ofRotas = stories.flatMap((story) => callsOfRotas(month, story));
  const ended = (state: string) => stories.filter(({ escalation }) => escalation.state === state).length;
  const steps = stories.flatMap(({ escalation }) => begunSteps(escalation));
  const late = stories.flatMap(({ entries }) =>
    entries.filter(({ what, text }) => what === 'post-step' && / late\)/u.test(text ?? '')),
  );
  return {
    escalations: stories.length,
    answered: ended('answered'),
    ended: ended('ended'),
    unanswered: ended('unanswered'),
    steps: steps.length,
    lateSteps: late.length,
    callsToPeople: history.count('call-person'),
    callsToChannels: history.count('call-channel'),
    callsToRotas: ofRotas.length,
    callsToCovers: ofRotas.filter(({ duty }) => duty.isCovered).length,
    callsNearAChangeOfClocks: ofRotas.filter(({ duty }) => duty.isNearAChangeOfClocks).length,
    triggers: history.count('trigger'),
    acknowledgements: history.count('acknowledge'),
    resolutions: history.count('resolve'),
    answers: history.count('answer', 'done'),
    answersByWriting: history.count('write', 'done'),
    answersTooLate: history.count('answer', 'already-acknowledged'),
    repeatedDeliveries: history.count('answer', 'already-handled') + history.count('pass-on', 'already-handled'),
    passes: history.count('pass-on', 'done'),
    askedLater: history.count('ask-later', 'done'),
    stays: history.count('stay', 'done'),
    refused: history.count('refuse'),
    unreached: history.count('post-unreached'),
    toldUnanswered: history.count('post-unanswered'),
    toldEnded: history.count('tell-ended'),
    starts,
    jumps,
    stalls: stalls.length,
  };
}
