import type { Message } from '../../src/sandbox/people/message.ts';

/** Administrators may delete what an app has posted. */
export function deleteAsAdministrator(message: Message | undefined): void {
  if (message === undefined) {
    throw new Error('there is no such message');
  }
  message.record.isDeleted = true;
}
