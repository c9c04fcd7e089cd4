import { dateAndTime, inOneLine } from '../../tell-time.ts';
import { duration, type TimeZone } from '../../time.ts';
import type { Figure, FigureEnd, FigureName } from '../postmortem.ts';
import type { FigureEntry } from './outline.ts';

const FIGURES: Record<FigureName, string> = {
  'time-to-detect': 'Time to detect',
  'time-to-declare': 'Time to declare',
  'time-to-acknowledge': 'Time to acknowledge',
  'time-to-mitigate': 'Time to mitigate',
  'time-to-resolve': 'Time to resolve',
};

const ENDS: Record<FigureEnd['name'], { readonly known: string; readonly unknown: string }> = {
  'impact-started': { known: 'impact started', unknown: 'nobody has said when the impact started' },
  detected: { known: 'detected', unknown: 'nobody has said when it was detected' },
  declared: { known: 'declared', unknown: 'nobody has said when it was declared' },
  escalated: { known: 'first call for help', unknown: 'no call for help was sent' },
  acknowledged: { known: 'acknowledged', unknown: 'no acknowledgement was recorded' },
  mitigated: { known: 'mitigated', unknown: 'nobody has said when it was mitigated' },
  resolved: { known: 'resolved', unknown: 'it is not resolved' },
};

export function outlineFigure({ name, from, to, milliseconds }: Figure, zone: TimeZone): FigureEntry {
  const isKnown = milliseconds !== undefined && milliseconds >= 0;
  const otherwise = milliseconds === undefined ? 'not known' : 'not known: it ends before it starts';
  return {
    name: FIGURES[name],
    length: isKnown ? duration(milliseconds) : otherwise,
    isKnown,
    from: endPoint(from, zone),
    to: endPoint(to, zone),
  };
}

function endPoint({ name, at, isEstimated }: FigureEnd, zone: TimeZone): string {
  const { known, unknown } = ENDS[name];
  return at === undefined ? unknown : `${known} ${inOneLine(dateAndTime(at, zone))}${estimatedMark(isEstimated)}`;
}

/** Says of a time that nobody saw it. */
export function estimatedMark(isEstimated: boolean): string {
  return isEstimated ? ', estimated' : '';
}
