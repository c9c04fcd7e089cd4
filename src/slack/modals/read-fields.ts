import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { type PersonId, personId } from '../../domain/ids.ts';
import { type CalendarDate, type Instant, instant } from '../../domain/time.ts';
import { FIELD_ELEMENT } from '../identifiers.ts';

/** Empty where the field was left out. */
export function readText(view: ViewOutput, name: string): string {
  return element(view, name)?.value?.trim() ?? '';
}

/** What a field showed when the form opened, as Slack sends it along. */
const Shown = z.object({
  element: z.object({
    initial_value: z.string().optional(),
    initial_option: z.object({ value: z.string() }).optional(),
    initial_options: z.array(z.unknown()).optional(),
    initial_date_time: z.number().optional(),
    initial_user: z.string().optional(),
    initial_date: z.string().optional(),
  }),
});

function shown(view: ViewOutput, name: string): z.output<typeof Shown>['element'] {
  const field = Shown.safeParse(view.blocks.find(({ block_id }) => block_id === name));
  return field.success ? field.data.element : {};
}

/** Empty where the field showed nothing. */
export function readShownText(view: ViewOutput, name: string): string {
  return readShownWhole(view, name).trim();
}

/** With the space around it. */
export function readShownWhole(view: ViewOutput, name: string): string {
  return shown(view, name).initial_value ?? '';
}

export function readShownChoice(view: ViewOutput, name: string): string | undefined {
  return shown(view, name).initial_option?.value;
}

export function readShownInstant(view: ViewOutput, name: string): Instant | undefined {
  return ofSeconds(shown(view, name).initial_date_time);
}

/** Whether somebody changed the field: what was left alone must not overwrite what others did meanwhile. */
export function isChanged(view: ViewOutput, name: string): boolean {
  const before = shown(view, name);
  const now = element(view, name);
  return (
    (now?.value ?? '') !== (before.initial_value ?? '') ||
    now?.selected_option?.value !== before.initial_option?.value ||
    (now?.selected_options ?? []).length !== (before.initial_options ?? []).length ||
    (now?.selected_date_time ?? undefined) !== before.initial_date_time ||
    (now?.selected_user ?? undefined) !== before.initial_user ||
    (now?.selected_date ?? undefined) !== before.initial_date
  );
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

export function readPeople(view: ViewOutput, name: string): readonly PersonId[] {
  return (element(view, name)?.selected_users ?? []).map(personId);
}

export function readChoices(view: ViewOutput, name: string): readonly string[] {
  return (element(view, name)?.selected_options ?? []).map(({ value }) => value);
}

export function readDate(view: ViewOutput, name: string): CalendarDate | undefined {
  const date = element(view, name)?.selected_date;
  return date ? (date as CalendarDate) : undefined;
}

export function readInstant(view: ViewOutput, name: string): Instant | undefined {
  return ofSeconds(element(view, name)?.selected_date_time);
}

function ofSeconds(seconds: number | null | undefined): Instant | undefined {
  return seconds ? instant(seconds * 1_000) : undefined;
}

function element(view: ViewOutput, name: string) {
  return view.state.values[name]?.[FIELD_ELEMENT];
}
