/** Why an owner does not hear of an item: of a private incident they left the channel; of a group nobody can be reached. */
export const UNHEARD = ['deactivated', 'not-in-channel', 'nobody'] as const;

export type Unheard = (typeof UNHEARD)[number];
