import { z } from 'zod';

const Words = z.string().min(1);
const Who = { who: Words };
/** A message: the label that another step gave it by `as`, or words that it shows. */
const On = { on: Words };
/** True: the message is one that the bot sent to them alone. */
const Directly = { directly: z.literal(true).optional() };
const Expect = { expect: Words.optional() };
/** What somebody puts into the form that opens, by its fields, before they send it. */
const Fills = { fills: z.record(z.string(), z.string()).optional() };

/** What people do in a step, by its verb. Without `in` it happens in the incident's channel, once there is one. */
export const ACTS = {
  says: z
    .strictObject({ ...Who, says: Words, in: Words.optional(), thread: Words.optional(), as: Words.optional() })
    .transform(({ says, ...rest }) => ({ verb: 'says' as const, text: says, ...rest })),
  types: z
    .strictObject({ ...Who, types: Words, in: Words.optional(), thread: Words.optional(), ...Expect, ...Fills })
    .transform(({ types, ...rest }) => ({ verb: 'types' as const, text: types, ...rest })),
  tags: z
    .strictObject({ ...Who, tags: Words, ...On })
    .transform(({ tags, ...rest }) => ({ verb: 'tags' as const, emoji: tags, ...rest })),
  reacts: z
    .strictObject({ ...Who, reacts: Words, ...On })
    .transform(({ reacts, ...rest }) => ({ verb: 'reacts' as const, emoji: reacts, ...rest })),
  clicks: z
    .strictObject({ ...Who, clicks: Words, ...On, ...Directly, ...Expect, ...Fills })
    .transform(({ clicks, ...rest }) => ({ verb: 'clicks' as const, button: clicks, ...rest })),
  uses: z
    .strictObject({ ...Who, uses: Words, ...On, ...Expect, ...Fills })
    .transform(({ uses, ...rest }) => ({ verb: 'uses' as const, shortcut: uses, ...rest })),
  joins: z
    .strictObject({ joins: z.array(Words).min(1) })
    .transform(({ joins }) => ({ verb: 'joins' as const, names: joins })),
};

export type Act = { readonly [Verb in keyof typeof ACTS]: z.output<(typeof ACTS)[Verb]> }[keyof typeof ACTS];
