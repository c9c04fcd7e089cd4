import type { ViewOutput } from '@slack/bolt';
import type { MessageKey, MessageRef, PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { Speaker } from '../../domain/timeline/speaker.ts';
import type { Requester, RequesterInChannel } from '../../use-cases/request.ts';
import type { Modal } from '../blocks/fields.ts';
import type { Message } from '../blocks/layout.ts';
import type { Refusal } from '../explain.ts';
import type { FormName, Verb } from '../identifiers.ts';
import type { Names } from '../text/read-markup.ts';

/** What one feature does with what Slack delivers: tables from our identifiers to its handlers. */
export interface Feature {
  readonly verbs?: Partial<Record<Verb, VerbHandler>>;
  readonly buttons?: Readonly<Record<string, ButtonHandler>>;
  /** Forms that a button or a shortcut can open by name. */
  readonly forms?: Readonly<Record<string, FormOpener>>;
  readonly submissions?: Readonly<Record<string, SubmissionHandler>>;
  /** Forms that say when they are closed without being sent. Slack tells nothing of what was typed into them. */
  readonly closings?: Readonly<Record<string, ClosingHandler>>;
  readonly messageShortcuts?: Readonly<Record<string, MessageShortcutHandler>>;
  readonly events?: Readonly<Record<string, EventHandler>>;
}

export type VerbHandler = (command: Command) => Promise<Answer>;
export type ButtonHandler = (press: Press) => Promise<Answer | undefined>;
export type FormOpener = (asker: FormAsker) => Promise<Answer>;

export interface FormAsker extends RequesterInChannel {
  /** That of the button that was pressed, where one was. */
  readonly value?: string;
  /** Where the message that it stands in can be drawn anew. */
  readonly responseUrl?: string | undefined;
  /** The form that it stands in. */
  readonly view?: ViewOutput | undefined;
  /** The message that it stands in. */
  readonly pressedIn?: MessageRef | undefined;
}

export type SubmissionHandler = (submission: Submission) => Promise<SubmissionAnswer>;
export type ClosingHandler = (submission: Submission) => Promise<void>;
export type MessageShortcutHandler = (use: MessageShortcutUse) => Promise<Answer>;
export type EventHandler = (delivery: EventDelivery) => Promise<void>;

/** A command with everybody whom it names known. */
export interface Command extends RequesterInChannel {
  /** What follows the verb, as Slack's markup. */
  readonly markup: string;
  readonly names: Names;
  readonly speaker: Speaker;
  /** The message that holds the command, where one does. */
  readonly permalink: string | undefined;
  readonly responseUrl: string | undefined;
}

export type Answer =
  | {
      readonly kind: 'say';
      readonly message: Message;
      /** In the place of the message whose button was pressed, where that can still be. */
      readonly isRedrawn?: boolean;
    }
  | FormAnswer
  /** `question` is asked instead of the refusal’s words: its buttons do what was asked for after all. */
  | { readonly kind: 'refusal'; readonly refusal: Refusal; readonly question?: Message | undefined };

/**
 * In the place of the form whose button was pressed, where it was a form’s. `name` and `label` make the button that
 * stands in for the form where none can be opened: in a thread, or late.
 */
export interface FormAnswer {
  readonly kind: 'form';
  readonly modal: Modal;
  readonly name: FormName;
  readonly label: string;
  /** What the button must carry, so that the form opens filled in as it is here. */
  readonly value?: string;
  /** What stands above that button, in mrkdwn, where something was done or refused that else only the form tells. */
  readonly told?: string;
}

export interface Press extends RequesterInChannel {
  readonly action: string;
  readonly value: string;
  /** Where an answer can be given that takes longer. */
  readonly thread: MessageKey | undefined;
  readonly responseUrl: string | undefined;
  /** The name of the block that it stands in: of a field, its own. */
  readonly block: string;
  readonly pressedAt: Instant;
  /** The message that it stands in, but for one that only they see. */
  readonly pressedIn: MessageRef | undefined;
  /** The form that it stands in, with all that is typed there; the channel is then the one that the form is about. */
  readonly view: ViewOutput | undefined;
}

export interface Submission extends Requester {
  readonly view: ViewOutput;
}

export type SubmissionAnswer =
  /** The form closes; what it was laid on is seen again. */
  | { readonly kind: 'done' }
  /** And all forms below it. */
  | { readonly kind: 'all-done' }
  | { readonly kind: 'errors'; readonly errors: Record<string, string> }
  /** Laid on this form, which stays as it was filled in. */
  | { readonly kind: 'next'; readonly modal: Modal }
  /** In the place of this form. */
  | { readonly kind: 'instead'; readonly modal: Modal };

export interface MessageShortcutUse extends RequesterInChannel {
  readonly message: MessageRef;
  readonly permalink: string;
  readonly markup: string;
  readonly saidBy: PersonId | undefined;
}

export interface EventDelivery {
  readonly requester: Omit<Requester, 'personId'>;
  readonly event: Readonly<Record<string, unknown>>;
}

export function say(message: Message): Answer {
  return { kind: 'say', message };
}

/** What was pressed, as it is now. */
export function redraw(message: Message): Answer {
  return { kind: 'say', message, isRedrawn: true };
}

export function sayNo(refusal: Refusal): Answer {
  return { kind: 'refusal', refusal };
}
