import type { ChannelId } from '../ids.ts';
import type { Party } from '../people/person.ts';

/** Whom or what a step of an escalation policy calls. */
export type Target =
  | Party
  /** Whoever is on duty in that rota when the step begins. */
  | { readonly kind: 'rota'; readonly name: string }
  /** Whoever reads that channel; `name` is for people, without the #. */
  | { readonly kind: 'channel'; readonly id: ChannelId; readonly name: string }
  /** A system outside of the chat, by its name in the policy. */
  | { readonly kind: 'webhook'; readonly name: string };
