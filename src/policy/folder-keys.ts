import { z } from 'zod';
import { choice } from './scalars.ts';

const AUTHOR = /^(?<name>[^<>\n]*[^<>\s]) <(?<email>[^<>\s]+@[^<>\s]+)>$/u;

const Author = z
  .string('Write a name and a mail address, such as Faultline <faultline@example.com>.')
  .regex(AUTHOR)
  .transform((text) => {
    const { name = '', email = '' } = AUTHOR.exec(text)?.groups ?? {};
    return { name, email };
  });

/** Where postmortems are kept as files. */
export const PostmortemFolderKeys = z
  .strictObject(
    {
      path: z.string('Write the path of a folder that is there, such as /srv/postmortems.').regex(/\S/u),
      git: choice(['off', 'commit', 'push']).optional(),
      author: Author.optional(),
    },
    'Write path, and git and author if you like, below postmortem_folder.',
  )
  .transform(({ path, git = 'off', author = { name: 'Faultline', email: 'faultline@localhost' } }) => ({
    path,
    git,
    author,
  }));
