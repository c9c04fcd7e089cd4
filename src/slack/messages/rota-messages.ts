import type { Rota } from '../../domain/escalation/rota.ts';
import type { KeptOverride, RotaOverride } from '../../domain/escalation/rota-override.ts';
import type { PersonId } from '../../domain/ids.ts';
import { weekdayAndTime } from '../../domain/tell-time.ts';
import { type Instant, UTC } from '../../domain/time.ts';
import type { Speaker } from '../../domain/timeline/speaker.ts';
import type { SetCover } from '../../use-cases/escalation/cover-in-rota.ts';
import type { RotaState } from '../../use-cases/escalation/show-rotas.ts';
import type { TakenBackCover } from '../../use-cases/escalation/take-back-cover.ts';
import type { UntoldCover } from '../../use-cases/messenger.ts';
import { button, context, type Message, paragraph, section, when } from '../blocks/layout.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { buttons, COMMAND } from '../identifiers.ts';
import { explainReason } from '../text/explain-reason.ts';
import { slackTime } from '../text/slack-time.ts';

/** So many fit into one message. */
const SHOWN_ROTAS = 9;
const SHOWN_COVERS = 18;
const SHOWN_MEMBERS = 12;

/** Who is on duty in each, who is next, and who covers. */
export function rotaList(states: readonly RotaState[]): Message {
  const shown = states.slice(0, SHOWN_ROTAS);
  const room = Math.floor(SHOWN_COVERS / shown.length);
  const hidden = states.slice(SHOWN_ROTAS).map(({ rota }) => `\`${escapeMrkdwn(rota.name)}\``);
  return {
    text: shown.map(dutyLine).join('\n'),
    blocks: [
      ...shown.flatMap((state) => rotaBlocks(state, room)),
      ...when(hidden.length > 0, () => [
        context(`Also: ${hidden.join(', ')}. \`${COMMAND} rota\` with a name shows one.`),
      ]),
    ],
  };
}

/** What was understood, in the words of the speaker's own clock. */
export function coverAnswer({ override, replaced, state }: SetCover, { now, zone }: Speaker): Message {
  const { from, until, setAt } = override;
  const called = (at: Instant) => `*${weekdayAndTime(at, { now, zone })}*`;
  const begins = from <= setAt ? 'from now' : `from ${called(from)}`;
  const text = `${whoCovers(override)} in ${nameOf(state.rota)} ${begins} until ${called(until)}.`;
  const inZone = zone === UTC ? 'Times in UTC.' : `Times in your zone, ${zone}.`;
  const effect =
    replaced.length === 0 ? `⚠️ As it stands this changes nothing: ${whyNothing(override)}` : dutyLine(state);
  return { text, blocks: [section(text, takeBackButton(override)), context(inZone), context(effect)] };
}

export function takenBackAnswer({ override, state }: TakenBackCover): Message {
  const text = `Taken back: ${whoCovers(override)} in *${escapeMrkdwn(override.rota)}* ${span(override)}. It does not hold any more.`;
  return { text, blocks: [section(text), ...(state === undefined ? [] : rotaBlocks(state, SHOWN_COVERS))] };
}

/** For whoever covers, and whoever is covered; they may be a person who reads it half asleep. */
export function coverMessage(person: PersonId, { override, withdrawn }: KeptOverride): Message {
  const { by, setBy } = override;
  const rota = `*${escapeMrkdwn(override.rota)}*`;
  if (withdrawn !== undefined) {
    const text = `↩️ <@${withdrawn.by}> took back that ${whoCovers(override, person)} in the rota ${rota} ${span(override)}.`;
    return { text, blocks: [section(text)] };
  }
  const said = setBy === by ? '' : `, says <@${setBy}>`;
  const calls = person === by ? 'Calls for that turn go to you.' : 'Calls for your turn go to them, not to you.';
  const text = `🔁 ${capitalized(whoCovers(override, person))} in the rota ${rota} ${span(override)}${said}. ${calls}`;
  return { text, blocks: [section(text, takeBackButton(override))] };
}

export function untoldCoverMessage({ cover, person, reason }: UntoldCover): Message {
  const { override, withdrawn } = cover;
  const what = withdrawn === undefined ? whoCovers(override) : `it was taken back: ${whoCovers(override)}`;
  return paragraph(
    `⚠️ <@${person}> could not be told that ${what} in the rota *${escapeMrkdwn(override.rota)}*. ${explainReason(reason)} Tell them yourself.`,
  );
}

function rotaBlocks(state: RotaState, room: number) {
  const { rota, overrides } = state;
  const covers = overrides.slice(0, room);
  const hidden = overrides.length - covers.length;
  const members = rota.members.slice(0, SHOWN_MEMBERS).map((id) => `<@${id}>`);
  const unnamed = rota.members.length - members.length;
  const order = [...members, ...(unnamed > 0 ? [`${unnamed} more`] : [])].join(', ');
  const handOver = `Hands over on ${WEEKDAYS[rota.handOverWeekday - 1]} at ${rota.handOverTime} ${rota.zone} · in turn ${order}`;
  return [
    section(dutyLine(state)),
    context(handOver),
    ...covers.map((override) =>
      section(
        `🔁 ${whoCovers(override)} ${remaining(override, state.at)} · set by <@${override.setBy}>`,
        takeBackButton(override),
      ),
    ),
    ...when(hidden > 0, () => [context(`and ${hidden} more covers, later`)]),
  ];
}

const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

/** `*database*: @ana is on duty until …, then @ben.` */
function dutyLine({ rota, duty }: RotaState): string {
  const { person, next } = duty;
  const onDuty = `${nameOf(rota)}: <@${person}> is on duty`;
  return next === undefined
    ? `${onDuty}. Nobody else takes over within a year.`
    : `${onDuty} until ${slackTime(next.from, 'weekday-and-time')}, then <@${next.person}>.`;
}

/** `@ana covers for @ben`; to one of the two, with *you* in their place. */
function whoCovers({ by, coversFor }: RotaOverride, reader?: PersonId): string {
  const covers = by === reader ? 'you cover' : `<@${by}> covers`;
  const covered = coversFor === undefined ? 'whoever is on duty' : `<@${coversFor}>`;
  return `${covers} for ${coversFor !== undefined && coversFor === reader ? 'you' : covered}`;
}

function whyNothing({ by, coversFor }: RotaOverride): string {
  return coversFor === undefined
    ? `<@${by}> is on duty all that time anyway.`
    : `<@${coversFor}> is not on duty in that time, or <@${by}> is anyway.`;
}

function span({ from, until }: RotaOverride): string {
  return `from ${slackTime(from, 'weekday-and-time')} until ${slackTime(until, 'weekday-and-time')}`;
}

function remaining(override: RotaOverride, now: Instant): string {
  return override.from <= now ? `until ${slackTime(override.until, 'weekday-and-time')}` : span(override);
}

function nameOf({ name }: Rota): string {
  return `*${escapeMrkdwn(name)}*`;
}

function takeBackButton({ id }: RotaOverride) {
  return button({ label: 'Take back', action: buttons.takeBackCover, value: id });
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
