import type { ChannelId, PersonId } from '../ids.ts';
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

/** What people call it, where nothing is notified: `Ana`, `@dba`, `rota database`, `#ops`, a system's name. */
export function targetInWords(target: Target, nameOf: (id: PersonId) => string): string {
  switch (target.kind) {
    case 'person':
      return nameOf(target.id);
    case 'group':
      return `@${target.handle}`;
    case 'rota':
      return `rota ${target.name}`;
    case 'channel':
      return `#${target.name}`;
    case 'webhook':
      return target.name;
  }
}

export function isSameTarget(one: Target, other: Target): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
