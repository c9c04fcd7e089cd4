import type { Cover, KeptCover } from '../../domain/escalation/cover.ts';
import type { Rota } from '../../domain/escalation/rota.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/people/person.ts';
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
const SHOWN_UNREACHABLE = 3;

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
export function coverAnswer({ cover, replaced, state }: SetCover, { now, zone }: Speaker): Message {
  const { from, until, setAt } = cover;
  const called = (at: Instant) => `*${weekdayAndTime(at, { now, zone })}*`;
  const begins = from <= setAt ? 'from now' : `from ${called(from)}`;
  const text = `${whoCovers(cover)} in ${nameOf(state.rota)} ${begins} until ${called(until)}.`;
  const inZone = zone === UTC ? 'Times in UTC.' : `Times in your zone, ${zone}.`;
  const effect = replaced.length === 0 ? `⚠️ As it stands this changes nothing: ${whyNothing(cover)}` : dutyWords(state);
  return { text, blocks: [section(text, takeBackButton(cover)), context(inZone), context(effect)] };
}

export function takenBackAnswer({ cover, state }: TakenBackCover): Message {
  const text = `Taken back: ${whoCovers(cover)} in *${escapeMrkdwn(cover.rota)}* ${span(cover)}. It does not hold any more.`;
  return { text, blocks: [section(text), ...(state === undefined ? [] : rotaBlocks(state, SHOWN_COVERS))] };
}

/** For whoever covers, and whoever is covered; they may be a person who reads it half asleep. */
export function coverMessage(person: PersonId, { cover, takenBack }: KeptCover): Message {
  const { by, setBy } = cover;
  const rota = `*${escapeMrkdwn(cover.rota)}*`;
  if (takenBack !== undefined) {
    const text = `↩️ <@${takenBack.by}> took back that ${whoCovers(cover, person)} in the rota ${rota} ${span(cover)}.`;
    return { text, blocks: [section(text)] };
  }
  const said = setBy === by ? '' : `, says <@${setBy}>`;
  const calls = person === by ? 'Calls for that turn go to you.' : 'Calls for your turn go to them, not to you.';
  const text = `🔁 ${capitalized(whoCovers(cover, person))} in the rota ${rota} ${span(cover)}${said}. ${calls}`;
  return { text, blocks: [section(text, takeBackButton(cover))] };
}

export function untoldCoverMessage({ kept, person, reason }: UntoldCover): Message {
  const { cover, takenBack } = kept;
  const what = takenBack === undefined ? whoCovers(cover) : `it was taken back: ${whoCovers(cover)}`;
  return paragraph(
    `⚠️ <@${person}> could not be told that ${what} in the rota *${escapeMrkdwn(cover.rota)}*. ${explainReason(reason)} Tell them yourself.`,
  );
}

function rotaBlocks(state: RotaState, room: number) {
  const { rota, covers } = state;
  const shown = covers.slice(0, room);
  const hidden = covers.length - shown.length;
  const members = rota.members.slice(0, SHOWN_MEMBERS).map((id) => `<@${id}>`);
  const unnamed = rota.members.length - members.length;
  const order = [...members, ...(unnamed > 0 ? [`${unnamed} more`] : [])].join(', ');
  const handOver = `Hands over on ${WEEKDAYS[rota.handOverWeekday - 1]} at ${rota.handOverTime} ${rota.zone} · in turn ${order}`;
  return [
    section(dutyWords(state)),
    context(handOver),
    ...shown.map((cover) =>
      section(`🔁 ${whoCovers(cover)} ${remaining(cover, state.at)} · set by <@${cover.setBy}>`, takeBackButton(cover)),
    ),
    ...when(hidden > 0, () => [context(`and ${hidden} more covers, later`)]),
  ];
}

const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

/** `*database*: @ana is on duty until …, then @ben.` */
function dutyLine({ rota, duty, unreachable }: RotaState): string {
  const mention = (id: PersonId) => `${unreachable.some((person) => person.id === id) ? '⚠️ ' : ''}<@${id}>`;
  const { person, next } = duty;
  const onDuty = `${nameOf(rota)}: ${mention(person)} is on duty`;
  return next === undefined
    ? `${onDuty}. Nobody else takes over within a year.`
    : `${onDuty} until ${slackTime(next.from, 'weekday-and-time')}, then ${mention(next.person)}.`;
}

function dutyWords(state: RotaState): string {
  return state.unreachable.length === 0 ? dutyLine(state) : `${dutyLine(state)}\n${unreachableLine(state)}`;
}

/** Whom no call reaches, why, and what to do. */
function unreachableLine({ rota, unreachable }: RotaState): string {
  const why = ({ isBot }: Person) => (isBot ? 'a bot' : 'account deactivated');
  const shown = unreachable.slice(0, SHOWN_UNREACHABLE).map((person) => `<@${person.id}> (${why(person)})`);
  const unnamed = unreachable.length - shown.length;
  const names = [...shown, ...(unnamed > 0 ? [`${unnamed} more`] : [])].join(', ');
  const cover = `\`${COMMAND} rota ${escapeMrkdwn(rota.name)} @ana covers for @ben until Friday 9:00\``;
  const isInPolicy = unreachable.some(({ id }) => rota.members.includes(id));
  const policy = isInPolicy ? ' Then change `members` in the policy file, `faultline.yaml`, and start me again.' : '';
  return `⚠️ No call reaches ${names}. Let somebody cover for them, as in ${cover}.${policy}`;
}

/** `@ana covers for @ben`; to one of the two, with *you* in their place. */
function whoCovers({ by, coversFor }: Cover, reader?: PersonId): string {
  const covers = by === reader ? 'you cover' : `<@${by}> covers`;
  const covered = coversFor === undefined ? 'whoever is on duty' : `<@${coversFor}>`;
  return `${covers} for ${coversFor !== undefined && coversFor === reader ? 'you' : covered}`;
}

function whyNothing({ by, coversFor }: Cover): string {
  return coversFor === undefined
    ? `<@${by}> is on duty all that time anyway.`
    : `<@${coversFor}> is not on duty in that time, or <@${by}> is anyway.`;
}

function span({ from, until }: Cover): string {
  return `from ${slackTime(from, 'weekday-and-time')} until ${slackTime(until, 'weekday-and-time')}`;
}

function remaining(cover: Cover, now: Instant): string {
  return cover.from <= now ? `until ${slackTime(cover.until, 'weekday-and-time')}` : span(cover);
}

function nameOf({ name }: Rota): string {
  return `*${escapeMrkdwn(name)}*`;
}

function takeBackButton({ id }: Cover) {
  return button({ label: 'Take back', action: buttons.takeBackCover, value: id });
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
