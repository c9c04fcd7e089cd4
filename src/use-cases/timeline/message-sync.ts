import type { MessageRef } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { Instant } from '../../domain/time.ts';
import type { MessageNow } from '../../domain/timeline/follow-message.ts';
import type { Tagging } from '../../domain/timeline/tagging.ts';
import type { ChangePorts } from '../change.ts';
import type { ReadMessage } from '../directory.ts';
import type { Ports } from '../ports.ts';
import type { Work } from '../work.ts';
import { filesOf } from './message-files.ts';
import { contentOf, sourceOf } from './message-words.ts';

export type SyncPorts = ChangePorts & Pick<Ports, 'directory' | 'policy'>;

/** One message and its tags as they are now. */
export interface MessageSync {
  readonly incident: Incident;
  readonly message: MessageRef;
  /** Undefined where it was deleted. */
  readonly read: ReadMessage | undefined;
  /** What a deleted message said last, as far as its deletion told us. */
  readonly last: ReadMessage | undefined;
  readonly tagging: Tagging | undefined;
  readonly now: Instant;
  readonly work: Extract<Work, { kind: 'sync-message' }>;
}

/** What an event takes from its message. */
export function messageNow(ports: SyncPorts, read: ReadMessage): MessageNow {
  return {
    text: wordsOf(read),
    mentions: read.mentions,
    files: filesOf(read, ports.policy),
    hash: ports.hash(sourceOf(contentOf(read))),
  };
}

function wordsOf({ text, files }: ReadMessage): string {
  return text.trim() || (files.length > 0 ? '(no words)' : '(a message without text)');
}
