import type { CanvasRecord } from '../state/records.ts';
import type { State } from '../state/state.ts';

/** A canvas is a file to Slack. */
export function wireCanvas(state: State, canvas: CanvasRecord) {
  return {
    id: canvas.id,
    created: canvas.createdSeconds,
    timestamp: canvas.createdSeconds,
    name: canvas.title,
    title: canvas.title,
    mimetype: 'application/vnd.slack-docs',
    filetype: 'quip',
    pretty_type: 'Canvas',
    mode: 'quip',
    user: canvas.ownerId,
    size: Buffer.byteLength(canvas.markdown),
    permalink: `${state.team.url}docs/${state.team.id}/${canvas.id}`,
  };
}

/** Among what a channel says of itself. */
export function wireTab(canvas: CanvasRecord) {
  return {
    id: `Ct${canvas.id.slice(1)}`,
    type: 'canvas',
    data: { file_id: canvas.id, shared_ts: `${canvas.createdSeconds}.000000` },
    label: '',
  };
}
