import type { App, Receiver, ReceiverEvent } from '@slack/bolt';

/**
 * Bolt acknowledges an event before its listeners run, so that a crash between the two would lose it. This receiver
 * holds the acknowledgement back until they have run, and passes on what they throw: Slack then delivers again.
 * Commands, buttons and forms acknowledge for themselves and pass through. See ADR-0002.
 */
export function ackAfterCommit(receiver: Receiver): Receiver {
  return {
    init: (app) => receiver.init(acknowledgingAfterCommit(app)),
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  };
}

export function acknowledgingAfterCommit(app: App): App {
  return new Proxy(app, { get: heldBack });
}

function heldBack(app: App, property: string | symbol): unknown {
  if (property !== 'processEvent') {
    return Reflect.get(app, property, app);
  }
  return async (event: ReceiverEvent) => {
    if (event.body.event === undefined) {
      return app.processEvent(event);
    }
    let isAcknowledged = false;
    await app.processEvent({
      ...event,
      ack: async () => {
        isAcknowledged = true;
      },
    });
    if (isAcknowledged) {
      await event.ack();
    }
  };
}
