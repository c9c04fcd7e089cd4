import type { Policy } from '../../domain/policy.ts';
import { header, type Message, section, when } from '../blocks/layout.ts';
import { COMMAND, type Verb, verbs } from '../identifiers.ts';
import { everyTagHint, itemHint } from '../text/reaction-words.ts';

interface Usage {
  readonly form: string;
  readonly does: string;
}

/** README's table of commands is held against this one. */
export const usage: Readonly<Record<Verb, Usage>> = {
  start: {
    form: '[drill:] [sevN] [title] [since <when>]',
    does: 'open an incident; without a title, a form asks; `drill:` for an exercise',
  },
  log: { form: '[when] [kind:] text', does: 'put on the timeline what happened, now or earlier' },
  status: { form: '<status> [text]', does: 'say where it stands: investigating, identified, monitoring, resolved' },
  severity: { form: '<sevN> [reason]', does: 'say how bad it is' },
  drill: { form: '<on or off> [reason]', does: 'it is an exercise after all, or has become real' },
  assign: { form: '<role> [@person]', does: 'give a role, to yourself without a name; `nobody` takes it away' },
  update: { form: '[text]', does: 'tell stakeholders where it stands, and when they hear next' },
  escalate: { form: '[@person, @group or policy] [reason]', does: 'call for more people until somebody answers' },
  ack: { form: '', does: 'answer a call' },
  rota: {
    form: '[rota] [@person covers [for @person] [from <when>] until <when>]',
    does: 'who is on duty and who is next; who covers for whom',
  },
  action: { form: '[P1] [@owner] [kind:] text [by <date>]', does: 'follow-up work for later' },
  actions: {
    form: '[open, overdue or all] [@owner] [INC-n]',
    does: 'follow-up work: of this incident in its channel, of all incidents elsewhere',
  },
  mine: { form: '', does: 'the follow-up work that is yours' },
  timeline: { form: '[kind]', does: 'what happened so far, all of it or of one kind' },
  list: { form: '', does: 'the open incidents' },
  resolve: { form: '[text]', does: 'users have stopped hurting' },
  close: { form: '', does: 'end it and draft the postmortem' },
  cancel: { form: '[reason]', does: 'it was a false alarm: end it, without a postmortem' },
  reopen: { form: '[reason]', does: 'it is not over: back to investigating' },
  postmortem: { form: '', does: 'the draft, and what it still lacks' },
  help: { form: '', does: 'this' },
};

export function helpMessage({ reactions, actionItems }: Pick<Policy, 'reactions' | 'actionItems'>): Message {
  const hints = [everyTagHint(reactions), itemHint(actionItems.reaction)].filter((hint) => hint !== undefined);
  const lines = verbs.map((verb) => usageLine(verb));
  return {
    text: `${COMMAND} ${verbs.join(', ')}`,
    blocks: [
      header('Faultline'),
      section(lines.join('\n')),
      section(
        'Times: `14:10`, `14:10 UTC`, `10m ago`, `yesterday 18:20`, `5/7 14:00`, in your own zone and the order in which ' +
          'dates are written in your Slack language.\n' +
          'In a thread, where slash commands do not work, begin a message with my name and go on with the same words.',
      ),
      ...when(hints.length > 0, () => [section(hints.map((hint) => `${hint}.`).join('\n'))]),
    ],
  };
}

export function usageLine(verb: Verb): string {
  const { form, does } = usage[verb];
  return `\`${[COMMAND, verb, form].filter((part) => part !== '').join(' ')}\` ${does}`;
}
