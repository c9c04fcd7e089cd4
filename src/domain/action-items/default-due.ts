import type { ActionItemPolicy } from '../policy.ts';
import { addCalendarDays, type CalendarDate } from '../time.ts';
import { nearestWorkingDay, type WorkingCalendar } from '../working-calendar.ts';
import type { ActionItemKind } from './action-item.ts';

export interface DefaultDue {
  readonly dueOn: CalendarDate;
  /** As the policy has it; the day may be later, as it is one on which people work. */
  readonly days: number;
  readonly severity: string;
  /** Where the policy says it of items of that kind. */
  readonly kind: ActionItemKind | undefined;
}

/** When an item is due of which nobody says it. What becomes of its kind or of the severity later changes nothing. */
export function defaultDue(
  { kind, severity }: { readonly kind: ActionItemKind | undefined; readonly severity: string },
  { dueDays, dueDaysByKind }: Pick<ActionItemPolicy, 'dueDays' | 'dueDaysByKind'>,
  { today, calendar }: { readonly today: CalendarDate; readonly calendar: WorkingCalendar },
): DefaultDue | undefined {
  const ofKind = kind === undefined ? undefined : dueDaysByKind[kind]?.[severity];
  const days = ofKind ?? dueDays[severity];
  return days === undefined
    ? undefined
    : {
        dueOn: nearestWorkingDay(addCalendarDays(today, days), 1, calendar),
        days,
        severity,
        kind: ofKind === undefined ? undefined : kind,
      };
}
