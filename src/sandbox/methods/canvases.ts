import type {
  CanvasesAccessSetResponse,
  CanvasesCreateResponse,
  CanvasesDeleteResponse,
  CanvasesEditResponse,
} from '@slack/web-api';
import { z } from 'zod';
import type { CanvasRecord } from '../state/records.ts';
import { nowSeconds, type State } from '../state/state.ts';
import { ownChannel } from './find-channel.ts';
import { type Answer, defineMethod, JsonArgument } from './method.ts';
import { SlackError } from './slack-error.ts';

const scopes = ['canvases:write'];
const MOST_BYTES = 1_048_576;

const DocumentContent = JsonArgument.pipe(
  z.strictObject({
    type: z.literal('markdown'),
    markdown: z.string().refine((markdown) => Buffer.byteLength(markdown) <= MOST_BYTES, 'too long'),
  }),
);

/** As much of an edit as has effect without looking sections up. Slack takes one change a call. */
const Change = z.strictObject({
  operation: z.enum(['replace', 'insert_at_start', 'insert_at_end']),
  document_content: DocumentContent,
});

/** https://docs.slack.dev/surfaces/canvases */
export const canvasMethods = {
  'canvases.create': defineMethod({
    scopes,
    schema: z.strictObject({
      title: z.string().optional(),
      channel_id: z.string(),
      document_content: DocumentContent.optional(),
    }),
    run(state, { title = '', channel_id, document_content }): Answer<CanvasesCreateResponse> {
      requireCanvases(state);
      const channel = ownChannel(state, channel_id);
      const canvas: CanvasRecord = {
        id: state.ids.next('F'),
        title,
        ownerId: state.bot.userId,
        channelId: channel.id,
        createdSeconds: nowSeconds(state),
        channelAccess: 'write',
        markdown: document_content?.markdown ?? '',
        isDeleted: false,
      };
      state.canvases.push(canvas);
      return { canvas_id: canvas.id };
    },
  }),

  'canvases.edit': defineMethod({
    scopes,
    schema: z.strictObject({ canvas_id: z.string(), changes: JsonArgument.pipe(z.array(Change).length(1)) }),
    run(state, { canvas_id, changes }): Answer<CanvasesEditResponse> {
      requireCanvases(state);
      const canvas = ownCanvas(state, canvas_id);
      for (const { operation, document_content } of changes) {
        canvas.markdown = edited(canvas.markdown, operation, document_content.markdown);
      }
      return {};
    },
  }),

  'canvases.access.set': defineMethod({
    scopes,
    schema: z.strictObject({
      canvas_id: z.string(),
      access_level: z.enum(['read', 'write']),
      channel_ids: JsonArgument.pipe(z.array(z.string()).min(1)),
    }),
    run(state, { canvas_id, access_level, channel_ids }): Answer<CanvasesAccessSetResponse> {
      requireCanvases(state);
      const canvas = ownCanvas(state, canvas_id);
      for (const id of channel_ids) {
        if (ownChannel(state, id).id !== canvas.channelId) {
          throw new SlackError('channel_not_found');
        }
      }
      canvas.channelAccess = access_level;
      return {};
    },
  }),

  'canvases.delete': defineMethod({
    scopes,
    schema: z.strictObject({ canvas_id: z.string() }),
    run(state, { canvas_id }): Answer<CanvasesDeleteResponse> {
      requireCanvases(state);
      ownCanvas(state, canvas_id).isDeleted = true;
      return {};
    },
  }),
};

function requireCanvases(state: State): void {
  if (!state.hasCanvases) {
    throw new SlackError('canvas_disabled_user_team');
  }
}

function ownCanvas(state: State, id: string): CanvasRecord {
  const canvas = state.canvases.find((each) => each.id === id);
  if (canvas === undefined || canvas.isDeleted) {
    throw new SlackError('canvas_not_found');
  }
  if (canvas.ownerId !== state.bot.userId) {
    throw new SlackError('restricted_action');
  }
  return canvas;
}

function edited(before: string, operation: z.output<typeof Change>['operation'], markdown: string): string {
  switch (operation) {
    case 'replace':
      return markdown;
    case 'insert_at_start':
      return `${markdown}\n\n${before}`;
    case 'insert_at_end':
      return `${before}\n\n${markdown}`;
  }
}
