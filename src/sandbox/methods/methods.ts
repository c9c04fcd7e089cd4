import { authMethods } from './auth.ts';
import { canvasMethods } from './canvases.ts';
import { chatMethods } from './chat.ts';
import { conversationsMethods } from './conversations.ts';
import { filesMethods } from './files.ts';
import { historyMethods } from './history.ts';
import { markMethods } from './marks.ts';
import { membershipMethods } from './membership.ts';
import type { Method } from './method.ts';
import { peopleMethods } from './people.ts';
import { viewsMethods } from './views.ts';

/** Every method that the bot calls; any other is `unknown_method`. */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries<Method>({
    ...authMethods,
    ...canvasMethods,
    ...chatMethods,
    ...conversationsMethods,
    ...historyMethods,
    ...membershipMethods,
    ...filesMethods,
    ...markMethods,
    ...peopleMethods,
    ...viewsMethods,
  }),
);
