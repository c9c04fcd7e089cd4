import { z } from 'zod';
import { closeAllModals, closeModal, pushModal, updateView } from '../effects/open-view.ts';
import { readView } from '../methods/read-view.ts';
import { SlackError } from '../methods/slack-error.ts';
import { openModals } from '../state/find.ts';
import type { PersonRecord, ViewRecord } from '../state/records.ts';
import { nextTimestamp } from '../state/state.ts';
import { wireView } from '../wire/wire-view.ts';
import { type Entries, fillFields, missingFields } from './fill-fields.ts';
import { Modal } from './modal.ts';
import { interaction, newTrigger, requireActive, type Scene } from './scene.ts';

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

type Outcome = Partial<Pick<Submission, 'failed' | 'errors'>>;

/** https://docs.slack.dev/surfaces/modals#response_actions */
const Response = z.discriminatedUnion('response_action', [
  z.strictObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string().min(1)) }),
  z.strictObject({ response_action: z.literal('update'), view: z.unknown() }),
  z.strictObject({ response_action: z.literal('push'), view: z.unknown() }),
  z.strictObject({ response_action: z.literal('clear') }),
]);

/** https://docs.slack.dev/surfaces/modals: three may lie on each other. */
const MOST_MODALS = 3;

export async function submit(
  scene: Scene,
  person: PersonRecord,
  form: { readonly modal: Modal | undefined; readonly entries: Entries },
): Promise<Submission> {
  const { state } = scene;
  const view = await fill(scene, person, form);
  const missing = missingFields(view, view.entered);
  if (missing.length > 0) {
    const errors = missing.map(({ blockId }) => [blockId, 'Please complete this required field.']);
    return submission(scene, view, { errors: Object.fromEntries(errors) });
  }
  const delivered = await scene.deliver({
    kind: 'view_submission',
    payload: {
      type: 'view_submission',
      ...interaction(scene, person),
      trigger_id: newTrigger(state, person.id).id,
      view: wireView(state, view),
      response_urls: [],
    },
  });
  const { failed } = delivered;
  return submission(scene, view, failed === undefined ? follow(scene, view, delivered.body) : { failed });
}

/** Types into the topmost form, which stays; whoever is to be told of each character is told of the last. */
export async function fill(
  scene: Scene,
  person: PersonRecord,
  form: { readonly modal: Modal | undefined; readonly entries: Entries },
): Promise<ViewRecord> {
  const { state } = scene;
  const view = requireOpen(scene, person, form.modal);
  for (const [name, entry] of Object.entries(form.entries)) {
    view.entered = fillFields(state, view, { [name]: entry });
    const action = typedAction(scene, view, name);
    if (action !== undefined) {
      await scene.deliver({
        kind: 'block_actions',
        payload: {
          type: 'block_actions',
          ...interaction(scene, person),
          container: { type: 'view', view_id: view.id },
          trigger_id: newTrigger(state, person.id).id,
          view: wireView(state, view),
          actions: [action],
        },
      });
    }
  }
  return view;
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object */
function typedAction({ state }: Scene, view: ViewRecord, name: string) {
  const block = view.definition.blocks.find(
    (each) => each.type === 'input' && (each.block_id === name || each.label.text === name),
  );
  if (block?.type !== 'input' || block.dispatch_action !== true || block.element.type !== 'plain_text_input') {
    return undefined;
  }
  const { action_id = '', dispatch_action_config: config } = block.element;
  const blockId = block.block_id ?? '';
  return config?.trigger_actions_on?.includes('on_character_entered') === true
    ? { ...view.entered[blockId]?.[action_id], block_id: blockId, action_id, action_ts: nextTimestamp(state) }
    : undefined;
}

export async function close(scene: Scene, person: PersonRecord, modal: Modal): Promise<void> {
  const { state } = scene;
  const record = requireOpen(scene, person, modal);
  const isCleared = record.definition.clear_on_close ?? false;
  if (isCleared) {
    closeAllModals(state, person.id);
  } else {
    closeModal(state, record);
  }
  if (record.definition.notify_on_close === true) {
    // Slack tells nothing of what was typed into a form that was not sent.
    const view = { ...wireView(state, record), state: { values: {} } };
    await scene.deliver({
      kind: 'view_closed',
      payload: { type: 'view_closed', ...interaction(scene, person), view, is_cleared: isCleared },
    });
  }
}

/** Only the topmost form can be used. */
function requireOpen({ state }: Scene, person: PersonRecord, modal: Modal | undefined): ViewRecord {
  requireActive(person);
  const top = openModals(state, person.id).at(-1);
  if (modal === undefined || top?.id !== modal.record.id) {
    throw new Error(`${person.name} has no such form before them.`);
  }
  return top;
}

/** Does what the bot answered; where that makes no sense Slack shows the form as failed. */
function follow(scene: Scene, view: ViewRecord, body: string): Outcome {
  const { state } = scene;
  if (body === '' || body === '{}') {
    closeModal(state, view);
    return {};
  }
  const response = Response.safeParse(JSON.parse(body));
  if (!response.success) {
    return { failed: `invalid_response: ${body}` };
  }
  switch (response.data.response_action) {
    case 'errors':
      return showErrors(view, response.data.errors);
    case 'update': {
      const { view: given } = response.data;
      return withView(() => updateView(state, view, readView(given, 'modal')));
    }
    case 'push': {
      const { view: given } = response.data;
      return openModals(state, view.userId).length === MOST_MODALS
        ? { failed: 'push_limit_reached' }
        : withView(() => pushModal(state, view.userId, readView(given, 'modal')));
    }
    case 'clear':
      closeAllModals(state, view.userId);
      return {};
  }
}

function showErrors(view: ViewRecord, errors: Submission['errors']): Outcome {
  const inputs = view.definition.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
  const names = Object.keys(errors);
  const areShown = names.length > 0 && names.every((name) => inputs.includes(name));
  return areShown ? { errors } : { failed: `invalid_errors: ${names.join(', ')}` };
}

function withView(use: () => void): Outcome {
  try {
    use();
    return {};
  } catch (fault) {
    if (fault instanceof SlackError) {
      return { failed: `${fault.code}: ${JSON.stringify(fault.details)}` };
    }
    throw fault;
  }
}

function submission({ state }: Scene, view: ViewRecord, outcome: Outcome): Submission {
  const open = openModals(state, view.userId);
  const top = open.at(-1);
  return {
    failed: outcome.failed,
    errors: outcome.errors ?? {},
    isClosed: open.every(({ id }) => id !== view.id),
    modal: top === undefined ? undefined : new Modal(state, top),
  };
}
