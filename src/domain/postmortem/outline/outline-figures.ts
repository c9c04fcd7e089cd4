import { dateAndTime, inOneLine } from '../../tell-time.ts';
import { duration, type TimeZone } from '../../time.ts';
import type { Figure, FigureEnd, FigureName } from '../postmortem.ts';
import type { FigureEndEntry, FigureEntry } from './outline.ts';
import { outlineSource } from './outline-source.ts';

const FIGURES: Record<FigureName, Pick<FigureEntry, 'name' | 'definition'>> = {
  'time-to-detect': {
    name: 'Time to detect',
    definition: 'From when users began to be hurt to when somebody or something noticed.',
  },
  'time-to-declare': {
    name: 'Time to declare',
    definition: 'From when it was noticed to when the incident was declared.',
  },
  'time-to-acknowledge': {
    name: 'Time to acknowledge',
    definition: 'From the first call for help to the first answer to any call.',
  },
  'time-to-mitigate': {
    name: 'Time to mitigate',
    definition: 'From when users began to be hurt to when that stopped or became bearable.',
  },
  'time-to-resolve': {
    name: 'Time to resolve',
    definition: 'From when users began to be hurt to when the incident was resolved.',
  },
};

export const FIGURE_ENDS: Record<FigureEnd['name'], { readonly known: string; readonly unknown: string }> = {
  'impact-started': { known: 'impact started', unknown: 'nobody has said when the impact started' },
  detected: { known: 'detected', unknown: 'nobody has said when it was detected' },
  declared: { known: 'declared', unknown: 'nobody has said when it was declared' },
  escalated: { known: 'first call for help', unknown: 'no call for help was sent' },
  acknowledged: { known: 'acknowledged', unknown: 'no acknowledgement was recorded' },
  mitigated: { known: 'mitigated', unknown: 'nobody has said when it was mitigated' },
  resolved: { known: 'resolved', unknown: 'no time of resolution is recorded' },
};

export function outlineFigure({ name, from, to, milliseconds }: Figure, zone: TimeZone): FigureEntry {
  const isKnown = milliseconds !== undefined && milliseconds >= 0;
  const otherwise = milliseconds === undefined ? 'not known' : 'not known: it ends before it starts';
  return {
    ...FIGURES[name],
    length: isKnown ? duration(milliseconds) : otherwise,
    isKnown,
    from: endPoint(from, zone),
    to: endPoint(to, zone),
  };
}

function endPoint({ name, at, isEstimated, source }: FigureEnd, zone: TimeZone): FigureEndEntry {
  const { known, unknown } = FIGURE_ENDS[name];
  return {
    text: at === undefined ? unknown : `${known} ${inOneLine(dateAndTime(at, zone))}${estimatedMark(isEstimated)}`,
    source: source && outlineSource(source),
  };
}

/** Says of a time that nobody saw it. */
export function estimatedMark(isEstimated: boolean): string {
  return isEstimated ? ', estimated' : '';
}
