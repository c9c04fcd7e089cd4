import type { SpokenKind, TimelineEvent } from '../timeline/timeline-event.ts';
import type { NarrativeSection } from './narrative.ts';
import type { IncidentRecord } from './record.ts';

/** What a form starts with: the words kept before, else what the record suggests. */
export function suggestNarrative(record: IncidentRecord): Readonly<Partial<Record<NarrativeSection, string>>> {
  const written = Object.fromEntries(record.narrative.map(({ section, text }) => [section, text]));
  return { ...suggestions(record), ...written };
}

function suggestions(record: IncidentRecord): Partial<Record<NarrativeSection, string>> {
  return {
    ...unlessEmpty('summary', record.incident.summary),
    ...unlessEmpty(
      'detection',
      texts(record, 'detected', (event) => withTeller(event, record)),
    ),
    ...unlessEmpty('root-cause', texts(record, 'cause-found')),
    ...unlessEmpty('resolution', texts(record, 'resolution')),
  };
}

function texts(record: IncidentRecord, kind: SpokenKind, tell = ({ text }: TimelineEvent) => text): string {
  const found = record.events.filter((event) => event.kind === kind).map(tell);
  return found.length > 1 ? found.map((text) => `- ${text}`).join('\n') : (found[0] ?? '');
}

function withTeller({ text, saidBy }: TimelineEvent, { people }: IncidentRecord): string {
  const teller = saidBy === undefined ? undefined : people.get(saidBy);
  return teller === undefined ? text : `${text} (${teller.name})`;
}

function unlessEmpty(section: NarrativeSection, text: string): Partial<Record<NarrativeSection, string>> {
  return text === '' ? {} : { [section]: text };
}
