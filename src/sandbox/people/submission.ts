import { z } from 'zod';
import { closeAllModals, closeModal, pushModal, updateView } from '../effects/open-view.ts';
import { readView } from '../methods/views.ts';
import { openModals } from '../state/find.ts';
import type { PersonRecord, ViewRecord } from '../state/records.ts';
import { wireView } from '../wire/wire-view.ts';
import { type Entries, fillFields, missingFields } from './fill-fields.ts';
import { Modal } from './modal.ts';
import { interaction, newTrigger, type Scene } from './scene.ts';

/** What became of a form that was sent. */
export interface Submission {
  /** Why Slack would show it as failed; the form then stays open with all that was typed. */
  readonly failed: string | undefined;
  /** By field; those of Slack's own about an empty required field too. */
  readonly errors: Readonly<Record<string, string>>;
  readonly isClosed: boolean;
  /** The modal that is open afterwards. */
  readonly modal: Modal | undefined;
}

/** https://docs.slack.dev/surfaces/modals#response_actions */
const Response = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
]);

export async function submit(
  scene: Scene,
  person: PersonRecord,
  form: { readonly view: ViewRecord; readonly entries: Entries },
): Promise<Submission> {
  const { state } = scene;
  const { view } = form;
  view.entered = fillFields(state, view, form.entries);
  const missing = missingFields(view, view.entered);
  if (missing.length > 0) {
    const errors = Object.fromEntries(missing.map(({ blockId }) => [blockId, 'Please complete this required field.']));
    return submission(scene, view, { errors });
  }
  const delivered = await scene.deliver({
    kind: 'view_submission',
    payload: {
      type: 'view_submission',
      ...interaction(scene, person),
      trigger_id: newTrigger(state, person.id, view.id).id,
      view: wireView(state, view),
      response_urls: [],
    },
  });
  if (delivered.failed !== undefined) {
    return submission(scene, view, { failed: delivered.failed });
  }
  return follow(scene, view, delivered.body);
}

function follow(scene: Scene, view: ViewRecord, body: string): Submission {
  const { state } = scene;
  if (body === '' || body === '{}') {
    closeModal(state, view);
    return submission(scene, view, {});
  }
  const response = Response.parse(JSON.parse(body));
  switch (response.response_action) {
    case 'errors': {
      const names = view.definition.blocks.map(({ block_id }) => block_id);
      const stray = Object.keys(response.errors).filter((name) => !names.includes(name));
      return submission(scene, view, stray.length > 0 ? { failed: 'invalid_errors' } : { errors: response.errors });
    }
    case 'update':
      updateView(state, view, readView(response.view, 'modal'));
      return submission(scene, view, {});
    case 'push':
      pushModal(state, view.userId, readView(response.view, 'modal'));
      return submission(scene, view, {});
    case 'clear':
      closeAllModals(state, view.userId);
      return submission(scene, view, {});
  }
}

function submission(
  { state }: Scene,
  view: ViewRecord,
  outcome: { readonly failed?: string; readonly errors?: Submission['errors'] },
): Submission {
  const open = openModals(state, view.userId);
  const top = open.at(-1);
  return {
    failed: outcome.failed,
    errors: outcome.errors ?? {},
    isClosed: open.every(({ id }) => id !== view.id),
    modal: top === undefined ? undefined : new Modal(state, top),
  };
}
