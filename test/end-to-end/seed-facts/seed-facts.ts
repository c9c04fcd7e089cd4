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
  /** Whom its team called; where it tells of no call, none. */
  readonly escalations: readonly EscalationFact[];
  /** What the check says about contradictions within the source: for each the words of one finding. */
  readonly contradictions: readonly (readonly string[])[];
  /** Every rule that finds something in the draft. */
  readonly rules: readonly string[];
  /** Until when an item is due whose source says nothing of it; missing where the policy gives none. */
  readonly dueByPolicy?: string;
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

/** The sources say when, to whom and why; who answered, and when, is of the people who lived through it. */
export interface EscalationFact {
  readonly at: string;
  readonly target: string;
  readonly by: string;
  readonly why: readonly string[];
  readonly answer: readonly [who: string, after: string];
  readonly called: readonly (readonly [who: string, outcome: string])[];
  /** When, and words of each wrong idea that came before. */
  readonly misled: readonly (readonly string[])[];
}

export interface ActionItemFact {
  readonly kind: 'Mitigate' | 'Prevent' | 'Detect' | 'Process';
  readonly words: readonly string[];
  readonly owner?: string;
  readonly due?: string;
  readonly doneWhen?: readonly string[];
}
