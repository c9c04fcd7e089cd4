import { fieldsOf } from '../blocks/view-state.ts';
import type { ViewRecord } from '../state/records.ts';
import type { State } from '../state/state.ts';
import { readBlocks } from './read-blocks.ts';
import { type ShownButton, shownButtons } from './shown-buttons.ts';

export interface ShownField {
  readonly name: string;
  readonly label: string;
  readonly isOptional: boolean;
  /** As Slack would report it now. */
  readonly value: unknown;
}

/** A modal, or the Home tab, as it stands now. */
export class Modal {
  readonly #state: State;
  readonly record: ViewRecord;

  constructor(state: State, record: ViewRecord) {
    this.#state = state;
    this.record = record;
  }

  get title(): string {
    return this.record.definition.title?.text ?? '';
  }

  get callbackId(): string {
    return this.record.definition.callback_id ?? '';
  }

  fields(): readonly ShownField[] {
    return fieldsOf(this.record.definition.blocks).map(({ blockId, actionId, label, isOptional }) => {
      const { type: _, ...value } = this.record.entered[blockId]?.[actionId] ?? { type: '' };
      return { name: blockId, label, isOptional, value: Object.values(value)[0] };
    });
  }

  field(name: string): ShownField {
    const found = this.fields().find((field) => field.name === name || field.label === name);
    if (found === undefined) {
      const names = this.fields().map((field) => field.name);
      throw new Error(`The form “${this.title}” has no field ${name}; it has ${names.join(', ')}.`);
    }
    return found;
  }

  buttons(): readonly ShownButton[] {
    return shownButtons(this.#state, this.record.definition.blocks);
  }

  visibleText(): string {
    return [this.title, readBlocks(this.#state, this.record.definition.blocks)].join('\n');
  }
}
