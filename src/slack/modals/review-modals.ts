import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { type ChannelId, type IncidentId, incidentId, type PersonId } from '../../domain/ids.ts';
import type { Incident } from '../../domain/incident/incident.ts';
import type { ReadyToPublish } from '../../use-cases/postmortem/review/ready-to-publish.ts';
import { type Modal, modal, peopleField, textField } from '../blocks/fields.ts';
import { section, when } from '../blocks/layout.ts';
import { forms } from '../identifiers.ts';
import { obstacleWords } from '../messages/explain-review.ts';
import { incidentTitle } from '../text/describe-incident.ts';
import { type FormContext, readFormMetadata, writeFormMetadata } from './form-metadata.ts';
import { readPeople, readText } from './read-fields.ts';

const MOST_REVIEWERS = 10;

export function askForReviewModal(channel: ChannelId): Modal {
  return modal({
    form: forms.askForReview,
    title: 'Ask for review',
    submit: 'Ask',
    metadata: writeFormMetadata({ channel, message: undefined }),
    blocks: [
      section('Each of them gets the postmortem by direct message, with buttons to approve it or to ask for changes.'),
      peopleField({ name: 'reviewers', label: 'Who should read it?', most: MOST_REVIEWERS }),
      textField({ name: 'words', label: 'What should they look at?', isMultiline: true, isOptional: true }),
    ],
  });
}

export function readAskForReviewModal(
  view: ViewOutput,
): FormContext & { readonly reviewers: readonly PersonId[]; readonly words: string } {
  return {
    ...readFormMetadata(view.private_metadata),
    reviewers: readPeople(view, 'reviewers'),
    words: readText(view, 'words'),
  };
}

/** Opened from a direct message, so that it says which incident it is about. */
export function askForChangesModal(channel: ChannelId, incident: Incident): Modal {
  return modal({
    form: forms.askForChanges,
    title: 'Ask for changes',
    submit: 'Send',
    metadata: writeFormMetadata({ channel, message: undefined, incidentId: incident.id }),
    blocks: [
      section(`The postmortem of ${incidentTitle(incident)} is a draft again, and its channel reads why.`),
      textField({ name: 'words', label: 'What should be changed?', isMultiline: true }),
    ],
  });
}

const AnId = z.string().min(1).transform(incidentId);

export function readAskForChangesModal(view: ViewOutput): { incidentId: IncidentId; words: string } {
  return {
    incidentId: AnId.parse(readFormMetadata(view.private_metadata).incidentId),
    words: readText(view, 'words'),
  };
}

export function publishModal(channel: ChannelId, { obstacles, announcedIn }: ReadyToPublish): Modal {
  const where = announcedIn === undefined ? '' : ` It is announced in ${channelWords(announcedIn)}.`;
  return modal({
    form: forms.publishPostmortem,
    title: 'Publish postmortem',
    submit: 'Publish',
    metadata: writeFormMetadata({ channel, message: undefined }),
    blocks: [
      section(`It is posted here as published.${where}`),
      ...when(obstacles.length > 0, () => [
        section(`*In the way:*\n${obstacles.map((obstacle) => `• ${obstacleWords(obstacle)}`).join('\n')}`),
        textField({
          name: OVERRIDE,
          label: 'Why publish it all the same?',
          hint: 'It stands in the document and in the announcement, with your name.',
          isMultiline: true,
        }),
      ]),
    ],
  });
}

const OVERRIDE = 'override';

function channelWords(nameOrId: string): string {
  return /^C[A-Z0-9]{8,}$/u.test(nameOrId) ? `<#${nameOrId}>` : `#${nameOrId}`;
}

/** `wasAsked` says whether the form showed something in the way, and asked why to publish all the same. */
export function readPublishModal(
  view: ViewOutput,
): FormContext & { readonly override: string; readonly wasAsked: boolean } {
  const wasAsked = view.state.values[OVERRIDE] !== undefined;
  return { ...readFormMetadata(view.private_metadata), override: readText(view, OVERRIDE), wasAsked };
}

export function takeBackModal(channel: ChannelId): Modal {
  return modal({
    form: forms.takeBackPostmortem,
    title: 'Take it back',
    submit: 'Take back',
    metadata: writeFormMetadata({ channel, message: undefined }),
    blocks: [
      section('It is a draft again, to be reviewed anew. Where it was announced people read that it is worked on.'),
      textField({ name: 'words', label: 'Why?', isMultiline: true }),
    ],
  });
}

export function readTakeBackModal(view: ViewOutput): FormContext & { readonly words: string } {
  return { ...readFormMetadata(view.private_metadata), words: readText(view, 'words') };
}
