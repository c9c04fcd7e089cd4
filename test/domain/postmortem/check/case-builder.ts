import type { MilestoneName } from '../../../../src/domain/timeline/milestone.ts';
import { anAction, anEvent, type aStated } from '../../../support/stated-builder.ts';

export type Overrides = Parameters<typeof aStated>[0];

export const prose = (texts: NonNullable<Overrides>['prose']): Overrides => ({ prose: texts ?? {} });
export const cause = (text: string) => prose({ 'root-cause': text });
export const impact = (text: string) => prose({ 'customer-impact': text });
export const items = (...texts: readonly string[]): Overrides => ({ actionItems: texts.map((text) => anAction(text)) });
export const events = (...told: readonly (readonly [string, string])[]): Overrides => ({
  timeline: told.map(([time, text]) => anEvent(time, text)),
});
export const recorded = (...missingMilestones: readonly MilestoneName[]): Overrides => ({
  source: 'record',
  record: { openMitigations: [], unansweredCalls: [], missingMilestones },
});
export const WORK = ['15:40', 'Looking at the pool'] as const;
export const OVER = ['16:08', 'Resolved: bookings work again'] as const;

export type Cases = Readonly<
  Record<string, { readonly breaks: readonly Overrides[]; readonly holds: readonly Overrides[] }>
>;
