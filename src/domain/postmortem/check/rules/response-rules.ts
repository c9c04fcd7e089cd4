import { placeOf, textOf } from '../place-of.ts';
import type { Found, Rule } from '../rule.ts';
import type { StatedPostmortem } from '../stated-postmortem.ts';
import { detectorsIn } from '../words/detectors.ts';
import { type Fix, fixesNamed, isFailedAttempt } from '../words/fixes.ts';

const SETTLED =
  /\b(?:revert\w*|undo\w*|undone|re-?appl\w*|scaled (?:\w+ )?(?:back|down)|kept|left in place|on purpose|re-?enabled)\b/iu;
/** What must be taken back where it was of no use. */
const LEAVES_SOMETHING: readonly Fix[] = ['roll-back', 'scaling', 'switch-off'];
const TIME = /\b\d{1,2}(?::\d{2}|\s*(?:am|pm))\b|\bevery \d+|\b(?:hourly|half-hourly)\b/iu;

/** How people noticed, what they did, whether they were answered and whom they told. */
export const responseRules: readonly Rule[] = [
  {
    id: 'no-detection',
    level: 'must',
    why: 'How it was noticed says how long it hurts next time.',
    check: (stated) =>
      isDetected(stated)
        ? []
        : [
            {
              place: { section: 'detection', part: 'detection' },
              text: 'The timeline does not say how it was noticed. Add a “detected” event: an alert or a user, and when.',
            },
          ],
  },
  {
    id: 'detection-equals-start',
    level: 'hint',
    why: 'Users are nearly always hurt before anybody notices.',
    check: checkCopiedStart,
  },
  {
    id: 'milestone-missing',
    level: 'should',
    why: 'A figure without one of its ends is none.',
    check: checkMilestones,
  },
  {
    id: 'mitigation-time-unknown',
    level: 'should',
    why: 'When users were no longer hurt matters more than when the last ticket was closed.',
    check: ({ timeline, record }) =>
      timeline.some(({ kind }) => kind === 'mitigation') && record?.missingMilestones.includes('mitigated')
        ? [
            {
              place: { section: 'figures', milestone: 'mitigated' },
              text: 'Nobody has said when it was mitigated. Say which step it was on the timeline, or give the time among the milestones.',
            },
          ]
        : [],
  },
  {
    id: 'mitigation-open',
    level: 'should',
    why: 'The next incident often begins with a stopgap that was forgotten.',
    check: checkOpenMitigations,
  },
  {
    id: 'escalation-not-acknowledged',
    level: 'should',
    why: 'A call that nobody answers will not be answered the next time either.',
    check: ({ record }) =>
      (record?.unansweredCalls ?? []).map(({ text, place }) => ({
        place,
        text: `${text} Say who came in the end, or add an action item so that the next call is answered.`,
      })),
  },
  {
    id: 'nothing-communicated',
    level: 'should',
    why: 'What people were not told they make up.',
    check: (stated) =>
      toldProse(stated).length > 0 || wasTold(stated)
        ? []
        : [
            {
              place: placeOf('internal-communication'),
              text: 'It does not say who was told. Add what colleagues and customers heard, and when; if nobody was told, say so.',
            },
          ],
  },
  {
    id: 'communication-without-time',
    level: 'should',
    why: 'Whether people were told in time cannot be seen without one.',
    check: (stated) => {
      const [first] = toldProse(stated);
      const isTimed = wasTold(stated) || TIME.test(textOf(toldProse(stated)));
      return first === undefined || isTimed || /\b(?:nobody|no one|none)\b/iu.test(textOf(toldProse(stated)))
        ? []
        : [
            {
              place: first.place,
              text: 'It says that people were told, and not when. Add the first time, and how often after that.',
            },
          ];
    },
  },
];

function isDetected({ source, timeline, prose }: StatedPostmortem): boolean {
  if (timeline.some(({ kind }) => kind === 'detected') || prose.detection.length > 0) {
    return true;
  }
  return source === 'file' && [...timeline, ...prose.summary].some(({ text }) => detectorsIn(text).length > 0);
}

function checkCopiedStart({ source, started, timeline }: StatedPostmortem): readonly Found[] {
  const detection = timeline.find(({ kind }) => kind === 'detected');
  const isCopied = source === 'record' && started?.at !== undefined && started.at === detection?.time?.at;
  return isCopied && !started.isEstimated
    ? [
        {
          place: { section: 'impact', milestone: 'impact-started' },
          text: `It is said to have been noticed the moment it started, at ${started.text}. Look once more when users were first hurt.`,
        },
      ]
    : [];
}

/** What is asked for of milestones that figures need; the others, and the same elsewhere, have rules of their own. */
const ASKED = {
  detected:
    'It says how it was noticed and not when, so there is no time to detect. Give the time among the milestones.',
  mitigated:
    'Nobody has said when users were no longer hurt, so there is no time to mitigate. Give the time among the milestones; it may be that of the resolution.',
  resolved: 'It says what ended it and not when, so there is no time to resolve. Give the time among the milestones.',
};

function checkMilestones(stated: StatedPostmortem): readonly Found[] {
  const { record, ended, timeline, prose } = stated;
  const isAsked = {
    detected: isDetected(stated),
    mitigated: ended !== undefined && !timeline.some(({ kind }) => kind === 'mitigation'),
    resolved: prose.resolution.length > 0,
  };
  return (['detected', 'mitigated', 'resolved'] as const)
    .filter((milestone) => isAsked[milestone] && record?.missingMilestones.includes(milestone))
    .map((milestone) => ({ place: { section: 'figures', milestone }, text: ASKED[milestone] }));
}

function checkOpenMitigations(stated: StatedPostmortem): readonly Found[] {
  const open = stated.record?.openMitigations ?? abandonedIn(stated);
  return open.map(({ text, place }) => ({
    place,
    text: `Is this still in place: “${text.split('\n', 1)[0]}”? Say that it was reverted, or that it is kept on purpose.`,
  }));
}

/** Of a file: what was tried in vain, and of which nothing more is said. A restart leaves nothing behind. */
function abandonedIn({ timeline, prose }: StatedPostmortem) {
  const rest = textOf([...prose.resolution, ...prose['misleading-paths'], ...timeline]);
  const isSettled = /\b(?:rollback|rolled back)\b/iu.test(rest)
    ? /\b(?:re-?appl\w*|kept|left in place|on purpose)\b/iu
    : SETTLED;
  if (isSettled.test(rest)) {
    return [];
  }
  const seen = new Set<Fix>();
  return timeline.filter(({ text }, index) => {
    const left = fixesNamed(text).filter((fix) => LEAVES_SOMETHING.includes(fix));
    const wasInVain =
      isFailedAttempt(text) || (left.length > 0 && /\bpersist\w*\b/iu.test(timeline[index + 1]?.text ?? ''));
    const isFirst = !left.some((fix) => seen.has(fix));
    for (const fix of left) {
      seen.add(fix);
    }
    return left.length > 0 && isFirst && wasInVain;
  });
}

function toldProse({ prose }: StatedPostmortem) {
  return [...prose['internal-communication'], ...prose['external-communication']];
}

function wasTold({ timeline }: StatedPostmortem): boolean {
  return timeline.some(({ kind }) => kind === 'communication' || kind === 'update-sent');
}
