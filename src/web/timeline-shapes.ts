import type { LaneName } from '../domain/postmortem/picture/lanes.ts';
import { type Html, html } from './html.ts';

/** Around 0, 0, no wider than 10: each lane has a shape of its own besides its colour. */
const SHAPES: Readonly<Record<LaneName, string>> = {
  detected: 'M0-5.5 5.5 4.5H-5.5Z',
  investigation: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0Z',
  'misleading-path': 'M-4.5-4.5 4.5 4.5M4.5-4.5-4.5 4.5',
  escalation: 'M-4.5-4.5H4.5V4.5H-4.5Z',
  decision: 'M-5.5 0-2.5-5H2.5L5.5 0 2.5 5H-2.5Z',
  mitigation: 'M0-5.5 5.5 0 0 5.5-5.5 0Z',
  'cause-found': 'M0-6 1.6-2 5.7-1.8 2.5.8 3.6 4.9 0 2.6-3.6 4.9-2.5.8-5.7-1.8-1.6-2Z',
  resolution: 'M-5 0-1.5 4 5.5-4',
  communication: 'M-5-4.5H5V2H0L-3.5 5.5V2H-5Z',
  note: 'M-5 0H5M0-5V5',
  other: 'M0-5V5',
};

/** For `use`, by `shape-` and the lane's name. */
export function shapeDefinitions(lanes: readonly LaneName[]): Html {
  return html`<defs>${lanes.map((lane) => html`<path id="shape-${lane}" d="${SHAPES[lane]}"/>`)}</defs>`;
}

/** Percents, as an attribute's value; three digits are finer than any screen. */
export function percent(fraction: number): string {
  return `${Math.round(fraction * 100_000) / 1_000}%`;
}
