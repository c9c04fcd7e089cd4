import type { Button, KnownBlock } from '@slack/types';
import { type Gap, lengthOf } from '../../domain/postmortem/gaps/find-gaps.ts';
import { gapsIn } from '../../domain/postmortem/gaps/gaps-in.ts';
import type { Postmortem } from '../../domain/postmortem/postmortem.ts';
import { duration } from '../../domain/time.ts';
import { button, section } from '../blocks/layout.ts';
import { buttons } from '../identifiers.ts';
import { slackTime } from '../text/slack-time.ts';
import { writeGapView } from './gap-view.ts';

const MOST_GAPS = 5;

/** The longest silences of a draft, in order, each with a button that lists what was said then. */
export function gapBlocks(postmortem: Postmortem): readonly KnownBlock[] {
  const gaps = gapsIn(postmortem);
  const longest = [...gaps].sort((a, b) => lengthOf(b) - lengthOf(a)).slice(0, MOST_GAPS);
  return gaps
    .filter((gap) => longest.includes(gap))
    .map((gap) => section(`🕳️ The timeline is silent ${fromTo(gap)}.`, gapButton(gap)));
}

function gapButton(gap: Gap): Button {
  return button({ label: 'What happened then?', action: buttons.showGap, value: writeGapView({ gap, page: 0 }) });
}

/** `from 7 May 14:10 to 7 May 15:30, 80 min`, in each reader's own zone. */
export function fromTo(gap: Gap): string {
  return `from ${slackTime(gap.from)} to ${slackTime(gap.to)}, ${duration(lengthOf(gap))}`;
}
