import type { ActionItemPolicy } from '../policy.ts';
import { addCalendarDays, type CalendarDate } from '../time.ts';
import { nearestWorkingDay, type WorkingCalendar } from '../working-calendar.ts';
import { ACTION_ITEM_KINDS, type ActionItemKind } from './action-item.ts';

export interface DefaultDue {
  readonly dueOn: CalendarDate;
  /** As the policy has it; the day may be later, as it is one on which people work. */
  readonly days: number;
  readonly severity: string;
  /** Where the policy says it of items of that kind. */
  readonly kind: ActionItemKind | undefined;
}

/** In how many days an item of that severity is due; of the kinds only those of which the policy says otherwise. */
export interface DueDays {
  /** Missing where the policy gives it no day. */
  readonly days: number | undefined;
  readonly ofKinds: readonly { readonly kind: ActionItemKind; readonly days: number }[];
}

export function dueDaysOf(
  severity: string,
  { dueDays, dueDaysByKind }: Pick<ActionItemPolicy, 'dueDays' | 'dueDaysByKind'>,
): DueDays {
  const days = dueDays[severity];
  const ofKinds = ACTION_ITEM_KINDS.flatMap((kind) => {
    const ofKind = dueDaysByKind[kind]?.[severity];
    return ofKind === undefined || ofKind === days ? [] : [{ kind, days: ofKind }];
  });
  return { days, ofKinds };
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
