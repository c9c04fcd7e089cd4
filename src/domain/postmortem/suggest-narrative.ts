import type { TimelineEvent } from '../timeline/timeline-event.ts';
import type { NarrativeSection } from './narrative.ts';
import type { IncidentRecord } from './record.ts';
import { inList, lastResolutions } from './told-facts.ts';

/** What a section says as it is, and a form starts with: people's words, else what the record suggests; so too once emptied. */
export function suggestNarrative(record: IncidentRecord): Readonly<Partial<Record<NarrativeSection, string>>> {
  const written = Object.fromEntries(
    record.narrative.filter(({ text }) => text !== '').map(({ section, text }) => [section, text]),
  );
  return { ...suggestions(record), ...written };
}

function suggestions(record: IncidentRecord): Partial<Record<NarrativeSection, string>> {
  const { incident, events } = record;
  const detected = events.filter(({ kind }) => kind === 'detected').map((event) => withTeller(event, record));
  return {
    ...unlessEmpty('summary', incident.summary),
    ...unlessEmpty('detection', inList(detected)),
    ...unlessEmpty('root-cause', inList(textsOf(events.filter(({ kind }) => kind === 'cause-found')))),
    ...unlessEmpty('resolution', inList(textsOf(lastResolutions(events)))),
  };
}

function textsOf(events: readonly TimelineEvent[]): readonly string[] {
  return events.map(({ text }) => text);
}

function withTeller({ text, saidBy }: TimelineEvent, { people }: IncidentRecord): string {
  const teller = saidBy === undefined ? undefined : people.get(saidBy);
  return teller === undefined ? text : `${text} (${teller.name})`;
}

function unlessEmpty(section: NarrativeSection, text: string): Partial<Record<NarrativeSection, string>> {
  return text === '' ? {} : { [section]: text };
}
