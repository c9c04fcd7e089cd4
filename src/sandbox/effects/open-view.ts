import { emptyState, keepEntered } from '../blocks/view-state.ts';
import { openModals } from '../state/find.ts';
import type { ViewDefinition, ViewRecord } from '../state/records.ts';
import { nowSeconds, type State } from '../state/state.ts';
import { nameBlocks } from './post-message.ts';

/** Opens a modal before somebody; whatever was open before them goes. */
export function openModal(state: State, userId: string, definition: ViewDefinition): ViewRecord {
  const view = newView(state, userId, definition, undefined);
  state.modals.set(userId, [view]);
  return view;
}

/** Lays a modal on the one that is open. */
export function pushModal(state: State, userId: string, definition: ViewDefinition): ViewRecord {
  const open = openModals(state, userId);
  const view = newView(state, userId, definition, open.at(-1));
  state.modals.set(userId, [...open, view]);
  return view;
}

export function publishHome(state: State, userId: string, definition: ViewDefinition): ViewRecord {
  const home = state.homes.get(userId);
  if (home !== undefined) {
    updateView(state, home, definition);
    return home;
  }
  const view = newView(state, userId, definition, undefined);
  state.homes.set(userId, view);
  return view;
}

/** What somebody typed stays in a field whose block id and action id stay. */
export function updateView(state: State, view: ViewRecord, definition: ViewDefinition): void {
  view.definition = { ...definition, blocks: nameBlocks(state, definition.blocks) };
  view.entered = keepEntered(view.definition.blocks, view.entered);
  view.hash = newHash(state);
}

export function closeModal(state: State, view: ViewRecord): void {
  state.modals.set(
    view.userId,
    openModals(state, view.userId).filter(({ id }) => id !== view.id),
  );
}

export function closeAllModals(state: State, userId: string): void {
  state.modals.set(userId, []);
}

function newView(
  state: State,
  userId: string,
  definition: ViewDefinition,
  previous: ViewRecord | undefined,
): ViewRecord {
  const id = state.ids.next('V');
  const blocks = nameBlocks(state, definition.blocks);
  return {
    id,
    type: definition.type,
    userId,
    rootId: previous?.rootId ?? id,
    previousId: previous?.id,
    definition: { ...definition, blocks },
    hash: newHash(state),
    entered: emptyState(blocks),
  };
}

function newHash(state: State): string {
  return `${nowSeconds(state)}.${state.ids.next('h')}`;
}
