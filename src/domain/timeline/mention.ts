import type { ChannelId, GroupId, PersonId } from '../ids.ts';

/** Whom or what a text mentions, by the name of that time. */
export type Mention = { readonly name: string } & (
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'group'; readonly id: GroupId }
  | { readonly kind: 'channel'; readonly id: ChannelId }
);
