import type { EventHandler, Feature } from './feature.ts';

/** One table of each kind, made of those of all features. Of an event each feature that listens hears, in this order. */
export function joinFeatures(...features: readonly Feature[]): Required<Feature> {
  return {
    verbs: Object.assign({}, ...features.map(({ verbs }) => verbs)),
    buttons: Object.assign({}, ...features.map(({ buttons }) => buttons)),
    forms: Object.assign({}, ...features.map(({ forms }) => forms)),
    submissions: Object.assign({}, ...features.map(({ submissions }) => submissions)),
    closings: Object.assign({}, ...features.map(({ closings }) => closings)),
    messageShortcuts: Object.assign({}, ...features.map(({ messageShortcuts }) => messageShortcuts)),
    events: joinEvents(features),
  };
}

/** Each has a key of its own to know a repeat by, so that none is passed over where an earlier one was done before. */
function joinEvents(features: readonly Feature[]): Readonly<Record<string, EventHandler>> {
  const heard = features.map(({ events = {} }) => events);
  const names = new Set(heard.flatMap((events) => Object.keys(events)));
  return Object.fromEntries(
    [...names].map((name) => {
      const handlers = heard.flatMap((events) => events[name] ?? []);
      return [
        name,
        async (delivery) => {
          for (const handle of handlers) {
            await handle(delivery);
          }
        },
      ];
    }),
  );
}
