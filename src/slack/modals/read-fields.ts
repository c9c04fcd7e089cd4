import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { type PersonId, personId } from '../../domain/ids.ts';
import { type CalendarDate, type Instant, instant } from '../../domain/time.ts';
import { FIELD_ELEMENT } from '../identifiers.ts';

/** Empty where the field was left out. */
export function readText(view: ViewOutput, name: string): string {
  return element(view, name)?.value?.trim() ?? '';
}

const Prefilled = z.object({ element: z.object({ initial_value: z.string() }) });

/** What the field showed when the form opened, as Slack sends it along; empty where that was nothing. */
export function readShownText(view: ViewOutput, name: string): string {
  const field = Prefilled.safeParse(view.blocks.find(({ block_id }) => block_id === name));
  return field.success ? field.data.element.initial_value.trim() : '';
}

export function readChoice(view: ViewOutput, name: string): string | undefined {
  return element(view, name)?.selected_option?.value;
}

export function readChecked(view: ViewOutput, name: string): boolean {
  return (element(view, name)?.selected_options ?? []).length > 0;
}

export function readPerson(view: ViewOutput, name: string): PersonId | undefined {
  const id = element(view, name)?.selected_user;
  return id ? personId(id) : undefined;
}

export function readDate(view: ViewOutput, name: string): CalendarDate | undefined {
  const date = element(view, name)?.selected_date;
  return date ? (date as CalendarDate) : undefined;
}

export function readInstant(view: ViewOutput, name: string): Instant | undefined {
  const seconds = element(view, name)?.selected_date_time;
  return seconds ? instant(seconds * 1_000) : undefined;
}

function element(view: ViewOutput, name: string) {
  return view.state.values[name]?.[FIELD_ELEMENT];
}
