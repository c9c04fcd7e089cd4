import type { State } from '../state/state.ts';
import type { Reply } from './reply.ts';
import { runCall } from './run-call.ts';

/**
 * https://docs.slack.dev/reference/objects/file-object: the bytes of a file go to whoever shows a token that may read files.
 * Everybody else is sent to the sign-in page.
 */
export async function serveFile(
  state: State,
  { place, authorization }: { readonly place: string; readonly authorization: string | undefined },
): Promise<Reply | undefined> {
  const id = place.split('-').at(-1) ?? '';
  return runCall(state, {
    method: 'download',
    arguments: { file: id },
    run: () => {
      if (authorization !== `Bearer ${state.tokens.bot}` || !state.scopes.includes('files:read')) {
        return { status: 302, headers: { location: `${state.team.url}?redir=%2Ffiles-pri%2F${place}` }, body: '' };
      }
      const content = state.files.get(id)?.content;
      return content === undefined ? { status: 404, body: 'not found' } : { status: 200, body: content };
    },
  });
}
