import type { Feature } from './feature.ts';

/** One table of each kind, made of those of all features. */
export function joinFeatures(...features: readonly Feature[]): Required<Feature> {
  return {
    verbs: Object.assign({}, ...features.map(({ verbs }) => verbs)),
    buttons: Object.assign({}, ...features.map(({ buttons }) => buttons)),
    forms: Object.assign({}, ...features.map(({ forms }) => forms)),
    submissions: Object.assign({}, ...features.map(({ submissions }) => submissions)),
    messageShortcuts: Object.assign({}, ...features.map(({ messageShortcuts }) => messageShortcuts)),
    events: Object.assign({}, ...features.map(({ events }) => events)),
  };
}
