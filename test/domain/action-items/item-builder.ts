import type { ActionItem } from '../../../src/domain/action-items/action-item.ts';
import type { ActionItemChange, FieldChange } from '../../../src/domain/action-items/action-item-change.ts';
import type { KnownItem } from '../../../src/domain/action-items/ending.ts';
import { anItem, at, claire } from '../../support/record-builder.ts';

export function aChange(fields: readonly FieldChange[], overrides: Partial<ActionItemChange> = {}): ActionItemChange {
  return {
    actionItemId: anItem().id,
    by: claire,
    at: at('17:00'),
    fields,
    reason: undefined,
    through: undefined,
    ...overrides,
  };
}

export function aKnownItem(item: Partial<ActionItem> = {}, ...history: readonly ActionItemChange[]): KnownItem {
  return { item: anItem(item), history };
}
