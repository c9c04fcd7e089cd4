import { checkDueDay, type DueInThePast, type DueTooFar } from '../../domain/action-items/due-day.ts';
import { isLikeADate, parseActionItem } from '../../domain/action-items/parse-action-item.ts';
import { accept, type Result, refuse } from '../../domain/result.ts';
import { type CalendarDate, type Instant, UTC } from '../../domain/time.ts';
import type { Speaker } from '../../domain/timeline/speaker.ts';
import { findIncidentHere, type NoIncidentHere } from '../incident/find-incident-here.ts';
import { firstDayOf } from '../people/zone-of.ts';
import type { Records } from '../ports.ts';
import type { RequesterInChannel } from '../request.ts';
import { type MakePorts, makeItem } from './make-item.ts';
import { type TypedLines, typedLines } from './typed-lines.ts';

export interface BadLine {
  readonly line: string;
  readonly why:
    | { readonly kind: 'empty-text' }
    /** In a field of a form a name is only text, and would stand in the title. */
    | { readonly kind: 'begins-with-name' }
    | { readonly kind: 'unclear-day'; readonly text: string }
    | DueInThePast
    | DueTooFar;
}

export type AddActionItemsRefusal = NoIncidentHere | { readonly kind: 'bad-lines'; readonly lines: readonly BadLine[] };

/**
 * Makes an item of each line that was typed: of all of them, or of none. Nobody owns them yet. The field may be sent again
 * with more in it: of a line that it held before no second item is made.
 */
export async function addActionItems(
  ports: MakePorts,
  request: RequesterInChannel & TypedLines,
): Promise<Result<undefined, AddActionItemsRefusal>> {
  const lines = typedLines(ports, request);
  if (lines.length === 0) {
    return accept(undefined);
  }
  const now = ports.clock.now();
  const added = await ports.database.transaction<undefined, AddActionItemsRefusal>(async (records) => {
    const found = await findIncidentHere(records, request);
    if (!found.ok) {
      return found;
    }
    const speaker = await speakerOf(records, request, now);
    const firstDay = await firstDayOf(records, request, now);
    const unheard: string[] = [];
    for (const { line, key } of lines) {
      if (await records.deliveries.accept(key, now)) {
        unheard.push(line);
      }
    }
    const read = unheard.map((line) => ({ line, said: parseActionItem(line, speaker) }));
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
    const { typed: text, personId } = request;
    await records.unsaved.dropSaved(found.value.id, personId, { section: 'new-items', text, at: now });
    return accept(undefined);
  });
  if (added.ok) {
    ports.wake();
  }
  return added;
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
  if (title.startsWith('@')) {
    return [{ line, why: { kind: 'begins-with-name' } }];
  }
  const due = dueOn === undefined ? accept(dueOn) : checkDueDay(dueOn, firstDay);
  if (!due.ok) {
    return [{ line, why: due.refusal }];
  }
  return unclearDay !== undefined && isLikeADate(unclearDay)
    ? [{ line, why: { kind: 'unclear-day', text: unclearDay } }]
    : [];
}
