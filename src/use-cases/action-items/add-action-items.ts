import { checkDueDay, type DueInThePast, type DueTooFar } from '../../domain/action-items/due-day.ts';
import { isLikeADate, parseActionItem } from '../../domain/action-items/parse-action-item.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { type CalendarDate, type Instant, UTC } from '../../domain/time.ts';
import type { Speaker } from '../../domain/timeline/speaker.ts';
import { type AlreadyHandled, change } from '../change.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import { firstDayOf } from '../people/zone-of.ts';
import type { Records } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { type MakePorts, makeItem } from './make-item.ts';

export interface BadLine {
  readonly line: string;
  readonly why:
    | { readonly kind: 'empty-text' }
    | { readonly kind: 'unclear-day'; readonly text: string }
    | DueInThePast
    | DueTooFar;
}

export type AddActionItemsRefusal =
  | AlreadyHandled
  | NoIncidentHere
  | { readonly kind: 'bad-lines'; readonly lines: readonly BadLine[] };

/** Makes an item of each line that was typed: of all of them, or of none. Nobody owns them yet. */
export async function addActionItems(
  ports: MakePorts,
  request: RequesterInChannel & { readonly typed: string },
): Promise<Result<undefined, AddActionItemsRefusal>> {
  const lines = request.typed
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s+/u, '').trim())
    .filter((line) => line !== '');
  if (lines.length === 0) {
    return accept(undefined);
  }
  return change<undefined, AddActionItemsRefusal>(ports, request, async (records, now) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const speaker = await speakerOf(records, request, now);
    const firstDay = await firstDayOf(records, request, now);
    const read = lines.map((line) => ({ line, said: parseActionItem(line, speaker) }));
    const bad = read.flatMap((each) => whyNot(each, firstDay));
    if (bad.length > 0) {
      return refuse({ kind: 'bad-lines', lines: bad });
    }
    for (const { said } of read) {
      const { title, priority, kind, dueOn } = said;
      const nobody = { owner: undefined, doneWhen: undefined, permalink: undefined, createdBy: request.personId };
      await makeItem(ports, records, {
        incident: found.value,
        said: { title, priority, kind, dueOn, ...nobody },
        now,
      });
    }
    return accept(undefined);
  });
}

async function speakerOf(records: Records, { teamId, personId }: RequesterInChannel, now: Instant): Promise<Speaker> {
  const { timeZone: zone = UTC, locale } = (await records.people.find(teamId, [personId])).get(personId) ?? {};
  return { now, zone, locale };
}

function whyNot(
  { line, said }: { readonly line: string; readonly said: ReturnType<typeof parseActionItem> },
  firstDay: CalendarDate,
): readonly BadLine[] {
  const { title, dueOn, unclearDay } = said;
  if (title === '') {
    return [{ line, why: { kind: 'empty-text' } }];
  }
  const due = dueOn === undefined ? accept(dueOn) : checkDueDay(dueOn, firstDay);
  if (!due.ok) {
    return [{ line, why: due.refusal }];
  }
  return unclearDay !== undefined && isLikeADate(unclearDay)
    ? [{ line, why: { kind: 'unclear-day', text: unclearDay } }]
    : [];
}
