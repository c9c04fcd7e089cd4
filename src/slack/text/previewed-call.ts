import { duration, MINUTE } from '../../domain/time.ts';
import type { PreviewedCall, PreviewedStep, PreviewedTarget } from '../../use-cases/escalation/preview-calls.ts';
import { limits } from '../blocks/limits.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { targetName } from './escalation-words.ts';

interface Asked {
  readonly isUrgent: boolean;
}

/**
 * Whom each escalation would call now, whom later, and what happens when nobody answers: a line a step, in as many
 * sections as there are at most. The last steps are only counted where they do not fit.
 */
export function previewedCalls(calls: readonly PreviewedCall[], asked: Asked, most: number): readonly string[] {
  const sections: string[] = [];
  for (const [index, call] of calls.entries()) {
    const later = calls.length - index - 1;
    sections.push(...previewedCall(call, asked, most - sections.length - later));
  }
  return sections;
}

function previewedCall(call: PreviewedCall, { isUrgent }: Asked, most: number): readonly string[] {
  const { steps, target } = call;
  const title = target.kind === 'policy' ? [`*Policy ${escapeMrkdwn(target.name)}*${hours(call)}`] : [];
  const lines = steps.map((step, index) => `• ${timeOf(steps, index)}: ${whom(step)}`);
  const inSections = (shown: number) =>
    pack([...title, ...lines.slice(0, shown), ...more(steps.length - shown), ending(call, isUrgent)]);
  let shown = steps.length;
  while (shown > 0 && inSections(shown).length > most) {
    shown -= 1;
  }
  return inSections(shown);
}

function more(hidden: number): readonly string[] {
  return hidden === 0 ? [] : [`• … and ${hidden} more ${hidden === 1 ? 'step' : 'steps'}, which do not fit here`];
}

/** As few texts as hold these lines, each no longer than a section may be. */
function pack(lines: readonly string[]): readonly string[] {
  const [first = '', ...others] = lines;
  const texts: string[] = [];
  let text = first;
  for (const line of others) {
    if (text.length + 1 + line.length > limits.sectionText) {
      texts.push(text);
      text = line;
    } else {
      text += `\n${line}`;
    }
  }
  return [...texts, text];
}

/** `_working hours now, 09:00 to 17:00 Europe/Berlin_`, where the policy calls others at other hours. */
function hours({ workingHours }: PreviewedCall): string {
  if (workingHours === undefined) {
    return '';
  }
  const { isNow, from, until, zone } = workingHours;
  return ` _– ${isNow ? 'working hours now' : 'outside of working hours now'} (${from} to ${until} ${escapeMrkdwn(zone)})_`;
}

function timeOf(steps: readonly PreviewedStep[], index: number): string {
  const waited = minutes(steps.slice(0, index));
  return index === 0 ? 'now' : `after ${waited}`;
}

function whom({ targets }: PreviewedStep): string {
  return targets.map(one).join(', ');
}

function one({ target, personId, canBeCalled }: PreviewedTarget): string {
  const isStandIn = target.kind === 'rota' && personId !== undefined;
  const name = isStandIn ? `<@${personId}> (${targetName(target)})` : targetName(target);
  if (!canBeCalled) {
    return `~${name}~ (${whyNot(target.kind, personId)})`;
  }
  return target.kind === 'group' ? `everybody in ${name}` : name;
}

function whyNot(kind: PreviewedTarget['target']['kind'], personId: PreviewedTarget['personId']): string {
  if (personId !== undefined) {
    return 'a bot or deactivated, cannot be called';
  }
  return kind === 'channel' ? 'not told of a private incident' : 'nobody is on duty';
}

function ending({ steps, rounds }: PreviewedCall, isUrgent: boolean): string {
  const all = minutes(Array.from({ length: rounds }, () => steps).flat());
  if (!isUrgent) {
    return `Once, with ${all} to answer; nobody else in their place.`;
  }
  if (rounds === 1) {
    return `Once, with ${all} to answer.`;
  }
  const again = steps.length === 1 ? `Again every ${minutes(steps)}` : 'Then all of it again';
  return `${again}, ${rounds} times in all, until somebody answers.`;
}

function minutes(steps: readonly PreviewedStep[]): string {
  return duration(steps.reduce((sum, { waitMinutes }) => sum + waitMinutes, 0) * MINUTE);
}
