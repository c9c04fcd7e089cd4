import { z } from 'zod';
import { type ChannelId, type FileId, fileId, type MessageRef } from '../domain/ids.ts';
import type { Attempt } from '../use-cases/messenger.ts';
import { DeliveryError } from '../use-cases/ports.ts';
import type { PostmortemBoard, ShownDraft } from '../use-cases/postmortem-board.ts';
import { canvasParts } from './canvas/canvas-parts.ts';
import type { SlackIdentity } from './create-slack.ts';
import { pinnedPostmortem } from './messages/pinned-postmortem.ts';
import type { SlackClient } from './slack-client.ts';

/** Shows postmortems in canvases, and in pinned messages where a workspace has none. */
export class SlackBoard implements PostmortemBoard {
  readonly #client: SlackClient;
  readonly #botUserId: string;

  constructor(client: SlackClient, { botUserId }: Pick<SlackIdentity, 'botUserId'>) {
    this.#client = client;
    this.#botUserId = botUserId;
  }

  async createCanvas(channel: ChannelId, title: string, attempt: Attempt): Promise<FileId | undefined> {
    const earlier = attempt.isRepeat ? await unlessRefused(this.#findCanvas(channel, title)) : 'none';
    // Where we may not look we make no second one.
    const canvas = earlier === 'none' ? await unlessRefused(this.#create(channel, title)) : earlier;
    if (canvas === undefined || (await unlessRefused(this.#makeReadOnly(canvas, channel))) === true) {
      return canvas;
    }
    // What people may write there we might overwrite: rather none than such a one.
    await this.#remove(canvas);
    return undefined;
  }

  drawCanvas({ postmortem, findings }: ShownDraft): readonly string[] {
    return canvasParts(postmortem, findings);
  }

  async writeCanvas(canvas: FileId, parts: readonly string[]): Promise<'written' | 'deleted' | 'impossible'> {
    try {
      for (const [index, markdown] of parts.entries()) {
        // Without a section it is all that is replaced, so that whoever tries again begins anew.
        const operation = index === 0 ? 'replace' : 'insert_at_end';
        await this.#client.call('canvases.edit', (web) =>
          web.canvases.edit({
            canvas_id: canvas,
            changes: [{ operation, document_content: { type: 'markdown', markdown } }],
          }),
        );
      }
      return 'written';
    } catch (fault) {
      if (!(fault instanceof DeliveryError) || fault.sort !== 'never') {
        throw fault;
      }
      if (GONE.includes(fault.reason)) {
        return 'deleted';
      }
      await this.#remove(canvas);
      return 'impossible';
    }
  }

  async post(channel: ChannelId, shown: ShownDraft, attempt: Attempt): Promise<MessageRef> {
    return this.#client.post(channel, pinnedPostmortem(shown), attempt);
  }

  async pin(post: MessageRef): Promise<void> {
    await this.#client.call('pins.add', (web) => web.pins.add({ channel: post.channel, timestamp: post.key }), [
      'already_pinned',
    ]);
  }

  async refreshPost(post: MessageRef, shown: ShownDraft): Promise<boolean> {
    return this.#client.update(post, pinnedPostmortem(shown));
  }

  async #create(channel: ChannelId, title: string): Promise<FileId> {
    const created = await this.#client.call('canvases.create', (web) =>
      web.canvases.create({ channel_id: channel, title }),
    );
    if (created?.canvas_id === undefined) {
      throw new DeliveryError({ sort: 'again-later', reason: 'unexpected_answer' });
    }
    return fileId(created.canvas_id);
  }

  async #makeReadOnly(canvas: FileId, channel: ChannelId): Promise<boolean> {
    const set = await this.#client.call('canvases.access.set', (web) =>
      web.canvases.access.set({ canvas_id: canvas, access_level: 'read', channel_ids: [channel] }),
    );
    return (set?.failed_to_update_channel_ids ?? []).length === 0;
  }

  /** One that only looks wrong stays where it is: it was refused to us, not to people. */
  async #remove(canvas: FileId): Promise<void> {
    await unlessRefused(this.#client.call('canvases.delete', (web) => web.canvases.delete({ canvas_id: canvas })));
  }

  /** Among the tabs of the channel the canvas that an earlier attempt made. */
  async #findCanvas(channel: ChannelId, title: string): Promise<FileId | 'none'> {
    const answer = await this.#client.call('conversations.info', (web) => web.conversations.info({ channel }));
    const { properties } = WithTabs.parse(answer?.channel);
    for (const { type, data } of properties.tabs) {
      if (type === 'canvas' && data.file_id !== undefined) {
        const file = await this.#readFile(data.file_id);
        if (file?.title === title && file.user === this.#botUserId) {
          return fileId(data.file_id);
        }
      }
    }
    return 'none';
  }

  async #readFile(id: string) {
    const answer = await this.#client.call('files.info', (web) => web.files.info({ file: id }), GONE);
    return answer?.file;
  }
}

const GONE = ['canvas_not_found', 'canvas_deleted', 'file_not_found', 'file_deleted'];

/** Slack's published type leaves out what a tab holds. */
const WithTabs = z.object({
  properties: z
    .object({
      tabs: z
        .array(z.object({ type: z.string().catch(''), data: z.object({ file_id: z.string().optional() }).catch({}) }))
        .catch([]),
    })
    .catch({ tabs: [] }),
});

/** Undefined where it will never go through; what mends by itself is thrown on. */
async function unlessRefused<Value>(call: Promise<Value>): Promise<Value | undefined> {
  try {
    return await call;
  } catch (fault) {
    if (fault instanceof DeliveryError && fault.sort === 'never') {
      return undefined;
    }
    throw fault;
  }
}
