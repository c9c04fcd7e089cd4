/** What a source document states, as its draft must state it. Words are looked for without regard to their case. */
export interface SeedFacts {
  /** The scenario's name. */
  readonly incident: string;
  readonly header: readonly string[];
  /** Each line of the source's timeline, and what happened that has no line of its own. */
  readonly timeline: readonly TimelineFact[];
  /** By the section's title: words that stand in it. */
  readonly sections: Readonly<Record<string, readonly string[]>>;
  readonly actionItems: readonly ActionItemFact[];
  /** What the check says about contradictions within the source. */
  readonly findings: readonly string[];
}

export interface TimelineFact {
  /** The instant. */
  readonly at: string;
  /** The date, and the time with its zone as the source gives it. */
  readonly shown: readonly [date: string, time: string];
  readonly kind?: string;
  readonly who?: string;
  readonly words: readonly string[];
}

export interface ActionItemFact {
  readonly kind: 'Mitigate' | 'Prevent' | 'Detect' | 'Process';
  readonly words: readonly string[];
  readonly owner?: string;
  readonly due?: string;
  readonly doneWhen?: readonly string[];
}
