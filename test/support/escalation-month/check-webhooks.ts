import type { Entry } from './history.ts';
import type { Story } from './read-story.ts';

/** What is wrong with what systems outside heard: of each alert, by its key, one acknowledge and one resolve. */
export function checkWebhooks(story: Story): readonly string[] {
  const names = new Set(story.entries.flatMap(({ webhook }) => webhook ?? []));
  return [...names].flatMap((name) => checkWebhook(story, name));
}

function checkWebhook(story: Story, name: string): readonly string[] {
  const entries = story.entries.filter(({ webhook }) => webhook === name);
  const current = String(story.escalation.resumed + 1);
  const keys = new Set(entries.flatMap(({ key }) => key ?? []));
  return [...keys].flatMap((key) => {
    const heard = entries.filter((entry) => entry.key === key);
    return checkAlert(story, heard, key.split('-').at(-1) === current).map((fault) => `${name} ${fault}`);
  });
}

function checkAlert({ escalation, updates }: Story, entries: readonly Entry[], isCurrent: boolean): readonly string[] {
  const sent = entries.filter(({ what }) => what !== 'refuse');
  // What failed may have been heard: its end is told all the same.
  const hasFailed = sent.length < entries.length;
  const last = sent.at(-1);
  if (last === undefined) {
    return [];
  }
  const now = { answered: 'acknowledge', ended: 'resolve', calling: 'trigger', unanswered: 'trigger' } as const;
  const due = isCurrent ? now[escalation.state] : 'resolve';
  const resolved = sent.findIndex(({ what }) => what === 'resolve');
  const told = (kind: Entry['what']) =>
    new Set(sent.flatMap(({ what, workId }) => (what === kind && updates.has(workId ?? '') ? [workId] : []))).size;
  return [
    ...(sent[0]?.what === 'trigger' || hasFailed ? [] : [`heard ${sent[0]?.what} before anything triggered it`]),
    ...(last.what === due ? [] : [`heard ${last.what} last, and ${due} is due`]),
    ...(resolved >= 0 && sent.slice(resolved).some(({ what }) => what !== 'resolve')
      ? ['heard more after it was resolved']
      : []),
    ...(['acknowledge', 'resolve'] as const)
      .filter((kind) => told(kind) > 1)
      .map((kind) => `was asked ${told(kind)} times to ${kind} the same`),
  ];
}
