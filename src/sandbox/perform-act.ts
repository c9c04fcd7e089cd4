import type { Answer } from './people/answer.ts';
import type { Channel } from './people/channel.ts';
import type { Entries } from './people/fill-fields.ts';
import type { Message } from './people/message.ts';
import type { Modal } from './people/modal.ts';
import type { Person } from './people/person.ts';
import type { Scenario } from './scenario.ts';
import type { Act } from './scenario-acts.ts';
import type { Workspace } from './workspace.ts';

/** What came of an act without an exception: what the bot said, and what Slack would show as failed. */
export interface Outcome {
  readonly text?: string;
  readonly failed?: string | undefined;
}

type Said = Extract<Act, { readonly verb: 'says' | 'types' }>;

/** The people of a scenario at their clients. It remembers what its steps call by a label. */
export class Play {
  readonly #workspace: Workspace;
  readonly #known: ReadonlySet<string>;
  readonly #labels = new Map<string, Message>();

  constructor(scenario: Scenario, workspace: Workspace) {
    this.#workspace = workspace;
    this.#known = new Set(scenario.channels.map(({ name }) => name));
  }

  /** The channel that the bot has opened. */
  get incident(): Channel {
    const channel = this.#opened();
    if (channel === undefined) {
      throw new Error('Nobody has declared an incident so far.');
    }
    return channel;
  }

  /** What it returns is asked once everything has settled: some answers come later. */
  async perform(act: Act): Promise<() => Outcome> {
    switch (act.verb) {
      case 'joins':
        for (const name of act.names) {
          this.#workspace.person(name).joins(this.incident.name);
        }
        return () => ({});
      case 'says':
        this.#says(act);
        return () => ({});
      case 'types':
        return act.text.startsWith('/') ? this.#commands(act) : this.#mentions(act);
      case 'tags':
      case 'reacts':
        this.#person(act).reactsWith(act.emoji, this.#message(act.on));
        return () => ({});
      case 'clicks':
        return this.#answers(act, await this.#person(act).clicks(act.button, this.#toClick(act)));
      case 'uses':
        return this.#answers(act, await this.#person(act).uses(act.shortcut, this.#message(act.on)));
    }
  }

  #says(act: Said): Message {
    const thread = act.thread === undefined ? {} : { thread: this.#message(act.thread) };
    const message = this.#person(act).says(act.text, this.#place(act), thread);
    if ('as' in act && act.as !== undefined) {
      this.#labels.set(act.as, message);
    }
    return message;
  }

  async #commands(act: Extract<Act, { readonly verb: 'types' }>): Promise<() => Outcome> {
    return this.#answers(act, await this.#person(act).types(act.text, this.#place(act)));
  }

  /** The bot answers a mention in the thread or below it, to all or to its author alone. */
  #mentions(act: Said): () => Outcome {
    const person = this.#person(act);
    const message = this.#says(act);
    return () => {
      const later = person.sees({ id: message.channelId }).filter(({ isFromBot, ts }) => isFromBot && ts > message.ts);
      return { text: later.map((answer) => answer.visibleText()).join('\n') };
    };
  }

  async #answers(act: Exclude<Act, { readonly verb: 'joins' }>, answer: Answer): Promise<() => Outcome> {
    if (answer.failed !== undefined || !('fills' in act) || act.fills === undefined) {
      return () => answer;
    }
    const { modal } = answer;
    if (modal === undefined) {
      return () => ({ text: answer.text, failed: `no form opened, but: ${answer.text}` });
    }
    const failed = await this.#fills(this.#person(act), modal, act.fills);
    return () => ({ text: answer.text, failed });
  }

  /** Step by step, where sending one form leads to the next in its place. */
  async #fills(person: Person, modal: Modal, fills: Entries): Promise<string | undefined> {
    const names = new Set(modal.fields().flatMap(({ name, label }) => [name, label]));
    const here = Object.entries(fills).filter(([name]) => names.has(name));
    // Where none of them stands in this form, sending it says which it has.
    const sent = await person.submits(modal, here.length === 0 ? fills : Object.fromEntries(here));
    const errors = Object.entries(sent.errors).map(([field, error]) => `${field}: ${error}`);
    const left = Object.fromEntries(Object.entries(fills).filter(([name]) => !names.has(name)));
    if (sent.failed !== undefined || errors.length > 0) {
      return sent.failed ?? errors.join('; ');
    }
    if (sent.modal !== undefined && sent.modal.record.id === modal.record.id) {
      return this.#fills(person, sent.modal, left);
    }
    const missing = Object.keys(left);
    return missing.length === 0 ? undefined : `The form has no field ${missing.join(', ')}.`;
  }

  #person({ who }: { readonly who: string }): Person {
    return this.#workspace.person(who);
  }

  #place(act: Said): string | undefined {
    return act.in ?? this.#opened()?.name ?? [...this.#known][0];
  }

  #toClick(act: Extract<Act, { readonly verb: 'clicks' }>): Message {
    if (act.directly === undefined) {
      return this.#message(act.on);
    }
    const told = this.#person(act).directMessages();
    const found = told.findLast((message) => message.visibleText().includes(act.on));
    if (found === undefined) {
      const all = told.map((message) => message.visibleText());
      throw new Error(`The bot has not told ${act.who} “${act.on}” directly. It told them:\n${all.join('\n')}`);
    }
    return found;
  }

  #message(on: string): Message {
    return this.#labels.get(on) ?? this.incident.message(on);
  }

  #opened(): Channel | undefined {
    return this.#workspace.channels().find(({ name }) => !this.#known.has(name));
  }
}
