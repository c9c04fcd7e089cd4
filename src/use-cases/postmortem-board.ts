import type { ChannelId, FileId, MessageRef } from '../domain/ids.ts';
import type { Incident } from '../domain/incident/incident.ts';
import type { Finding } from '../domain/postmortem/check/finding.ts';
import type { Postmortem } from '../domain/postmortem/postmortem.ts';
import type { Attempt } from './messenger.ts';

/** Shows a postmortem in its incident's channel, and nowhere else. Every fault is a `DeliveryError`. */
export interface PostmortemBoard {
  /**
   * An empty canvas in the channel that its people read and only we write, so that it holds nobody's words but ours.
   * Undefined where there are no canvases, or none such.
   */
  createCanvas(channel: ChannelId, title: string, attempt: Attempt): Promise<FileId | undefined>;
  /** The document as a canvas takes it, in as many parts as it must be written in. Known without asking. */
  drawCanvas(shown: ShownDraft): readonly string[];
  /** Puts these parts, one below the other, in the place of all that it shows. `impossible`: canvases are gone from here. */
  writeCanvas(canvas: FileId, parts: readonly string[]): Promise<'written' | 'deleted' | 'impossible'>;
  /** The same in short as a pinned message. */
  post(channel: ChannelId, shown: ShownDraft, attempt: Attempt): Promise<MessageRef>;
  pin(post: MessageRef): Promise<void>;
  /** False where somebody deleted it. */
  refreshPost(post: MessageRef, shown: ShownDraft): Promise<boolean>;
}

export interface ShownDraft {
  readonly incident: Incident;
  readonly postmortem: Postmortem;
  readonly findings: readonly Finding[];
}
