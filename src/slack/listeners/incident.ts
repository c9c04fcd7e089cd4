import { parseStart } from '../../domain/incident/parse-start.ts';
import { isOpenStatus, type OpenStatus } from '../../domain/incident/status.ts';
import { listItems } from '../../use-cases/action-items/list-items.ts';
import { cancelIncident } from '../../use-cases/incident/cancel-incident.ts';
import { changeSeverity } from '../../use-cases/incident/change-severity.ts';
import { changeStatus } from '../../use-cases/incident/change-status.ts';
import { type DeclareRefusal, declareIncident } from '../../use-cases/incident/declare-incident.ts';
import { listIncidents } from '../../use-cases/incident/list-incidents.ts';
import { readIncidentState } from '../../use-cases/incident/read-incident-state.ts';
import { reopenIncident } from '../../use-cases/incident/reopen-incident.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { paragraph } from '../blocks/layout.ts';
import { buttons, forms } from '../identifiers.ts';
import { canceledAnswer } from '../messages/canceled-answer.ts';
import { declaredAnswer, incidentList } from '../messages/incident-messages.ts';
import { resolvedAnswer } from '../messages/resolved-answer.ts';
import {
  readSaidAtStart,
  readStartModal,
  type SaidAtStart,
  startModal,
  writeSaidAtStart,
} from '../modals/start-modal.ts';
import { severityLabel, statusLabel } from '../text/describe-incident.ts';
import { readMarkup } from '../text/read-markup.ts';
import { splitWord } from '../text/split-word.ts';
import { answerSubmission } from './answer-submission.ts';
import {
  type Answer,
  type Command,
  type Feature,
  type Press,
  type Submission,
  type SubmissionAnswer,
  say,
  sayNo,
} from './feature.ts';

/** Declaring an incident, moving it on, and listing what is open. */
export function incidentFeature(ports: Ports): Feature {
  return {
    verbs: {
      start: (command) => start(ports, command),
      status: (command) => status(ports, command),
      severity: (command) => severity(ports, command),
      resolve: (command) => move(ports, command, 'resolved', readMarkup(command.markup, command.names)),
      cancel: (command) => cancel(ports, command),
      reopen: (command) => reopen(ports, command, readMarkup(command.markup, command.names)),
      list: async (command) => say(incidentList(await listIncidents(ports, command))),
    },
    buttons: {
      [buttons.resolve]: (press) => move(ports, press, 'resolved', ''),
      [buttons.reopen]: (press) => reopen(ports, press, ''),
    },
    forms: { [forms.start]: async ({ value }) => startForm(ports, readSaidAtStart(value)) },
    submissions: { [forms.start]: (submission) => submitStart(ports, submission) },
  };
}

function startForm(ports: Ports, said: SaidAtStart): Answer {
  const known = ports.policy.severities.map(({ name }) => name);
  if (said.severity !== undefined && !known.includes(said.severity)) {
    return sayNo({ kind: 'unknown-severity', severity: said.severity, known });
  }
  return {
    kind: 'form',
    modal: startModal(ports.policy, said),
    name: forms.start,
    label: 'Start an incident',
    value: writeSaidAtStart(said),
  };
}

async function start(ports: Ports, command: Command): Promise<Answer> {
  const parsed = parseStart(readMarkup(command.markup, command.names), command.speaker);
  if (!parsed.ok) {
    return sayNo(parsed.refusal);
  }
  const { title, isDrill, severity, since } = parsed.value;
  if (title === '') {
    return startForm(ports, parsed.value);
  }
  const outcome = await declareIncident(ports, {
    ...command,
    title,
    summary: '',
    severity,
    isPrivate: false,
    isDrill,
    impactStartedAt: since,
  });
  return outcome.ok ? say(declaredAnswer(outcome.value)) : sayNo(outcome.refusal);
}

async function submitStart(ports: Ports, submission: Submission): Promise<SubmissionAnswer> {
  const form = readStartModal(submission.view);
  const outcome = await declareIncident(ports, {
    ...submission,
    ...form,
    responseUrl: undefined,
  });
  return answerSubmission(outcome, startField);
}

function startField({ kind }: DeclareRefusal): string {
  switch (kind) {
    case 'unknown-severity':
      return 'severity';
    case 'future-time':
      return 'since';
    default:
      return 'title';
  }
}

async function status(ports: Ports, command: Command): Promise<Answer> {
  const { word, rest } = splitWord(readMarkup(command.markup, command.names));
  const to = word.toLowerCase();
  if (!isOpenStatus(to)) {
    return sayNo({ kind: 'unknown-status', status: word });
  }
  return move(ports, command, to, rest);
}

async function move(ports: Ports, command: Command | Press, to: OpenStatus, text: string): Promise<Answer> {
  const outcome = await changeStatus(ports, { ...command, status: to, text: text.trim() });
  if (!outcome.ok) {
    return sayNo(outcome.refusal);
  }
  return to === 'resolved'
    ? say(resolvedAnswer(await readIncidentState(ports, outcome.value)))
    : say(paragraph(`Now ${statusLabel(outcome.value.status)}.`));
}

async function cancel(ports: Ports, command: Command): Promise<Answer> {
  const reason = readMarkup(command.markup, command.names).trim();
  const outcome = await cancelIncident(ports, { ...command, reason });
  if (!outcome.ok) {
    return sayNo(outcome.refusal);
  }
  const filter = { show: 'open', whose: undefined, incidentId: outcome.value.id } as const;
  const { total } = await listItems(ports, command, { filter, page: 0, most: 1 });
  return say(canceledAnswer(await readIncidentState(ports, outcome.value), total));
}

async function reopen(ports: Ports, asker: Command | Press, reason: string): Promise<Answer> {
  const outcome = await reopenIncident(ports, { ...asker, reason: reason.trim() });
  return outcome.ok ? say(paragraph(`Now ${statusLabel(outcome.value.status)} again.`)) : sayNo(outcome.refusal);
}

async function severity(ports: Ports, command: Command): Promise<Answer> {
  const { word, rest } = splitWord(readMarkup(command.markup, command.names));
  const outcome = await changeSeverity(ports, { ...command, severity: word.toUpperCase(), reason: rest });
  return outcome.ok ? say(paragraph(`Now ${severityLabel(outcome.value.severity)}.`)) : sayNo(outcome.refusal);
}
