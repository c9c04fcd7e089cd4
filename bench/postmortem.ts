import { checkRecord } from '../src/domain/postmortem/check/check-record.ts';
import { checkStated } from '../src/domain/postmortem/check/check-stated.ts';
import { statePostmortem } from '../src/domain/postmortem/check/state-postmortem.ts';
import { draftPostmortem } from '../src/domain/postmortem/draft-postmortem.ts';
import { postmortemMarkdown } from '../src/domain/postmortem/markdown/postmortem-markdown.ts';
import { addMilliseconds, HOUR } from '../src/domain/time.ts';
import { postmortemJson } from '../src/web/postmortem-json/postmortem-json.ts';
import { postmortemPage } from '../src/web/postmortem-page.ts';
import { aLongRecord } from '../test/support/long-record.ts';
import { percentile, table } from './summary.ts';

const EVENTS = [100, 2_000];
const ROUNDS = 7;
/** What the draft of a long incident may take, with all its forms. */
const AIM_MILLISECONDS = 1_000;

const rows = EVENTS.map((events) => ({ events, steps: measure(events) }));
const names = Object.keys(rows[0]?.steps ?? {});
const cells = names.map((name) => {
  const [few = Number.NaN, many = Number.NaN] = rows.map(({ steps }) => steps[name] ?? Number.NaN);
  return [name, few.toFixed(1), many.toFixed(1), (many / few).toFixed(1)];
});
const head = ['median ms', ...EVENTS.map((events) => `${events.toLocaleString('en')} events`), 'ratio'];
console.log(table([head, ...cells]));
const all = rows.at(-1)?.steps['all of it'] ?? Number.NaN;
const verdict = all < AIM_MILLISECONDS ? 'met' : 'missed';
console.log(
  `\nAll of it, of ${EVENTS.at(-1)} events: ${all.toFixed(0)} ms (aim: under ${AIM_MILLISECONDS}: ${verdict})`,
);

const LONG_TEXT = 4_000;
const PEOPLE = 40;
const MORE = 'Next we read the log of the pool, and ask who holds it. ';
const record = aLongRecord(2_000);
const events = record.events.map((event) => ({ ...event, text: `${event.text}. `.padEnd(LONG_TEXT, MORE) }));
const long = { ...record, events };
const people = Array.from({ length: PEOPLE }, (_, index) => `Person ${index}`);
const stated = statePostmortem(long, draftPostmortem(long), addMilliseconds(long.incident.declaredAt, 100 * HOUR));
const begun = performance.now();
checkStated({ ...stated, people });
console.log(
  `The check of 2,000 events of ${LONG_TEXT} characters with ${PEOPLE} people: ${(performance.now() - begun).toFixed(0)} ms`,
);

/** How long each step takes on an incident of so many events, which is 20 times as much work where it grows evenly. */
function measure(events: number): Readonly<Record<string, number>> {
  const record = aLongRecord(events);
  const now = addMilliseconds(record.incident.declaredAt, 100 * HOUR);
  const took: Record<string, number[]> = {};
  const timed = <Made>(name: string, make: () => Made): Made => {
    const begun = performance.now();
    const made = make();
    took[name] = [...(took[name] ?? []), performance.now() - begun];
    return made;
  };
  for (let round = 0; round < ROUNDS; round++) {
    timed('all of it', () => {
      const postmortem = timed('draft', () => draftPostmortem(record));
      const findings = timed('check', () => checkRecord(record, postmortem, now));
      timed('Markdown', () => postmortemMarkdown(postmortem, findings));
      timed('page', () => postmortemPage(postmortem, findings));
      timed('JSON', () => postmortemJson(postmortem, findings));
    });
  }
  return Object.fromEntries(
    Object.entries(took).map(([name, times]) => [
      name,
      percentile(
        times.sort((a, b) => a - b),
        0.5,
      ),
    ]),
  );
}
