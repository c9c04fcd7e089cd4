import { z } from 'zod';
import { SPOKEN_KINDS } from '../domain/timeline/timeline-event.ts';
import { ActionItemKeys } from './action-item-keys.ts';
import { Calendars } from './calendar-keys.ts';
import { ChannelName } from './channel-name.ts';
import { EmojiName } from './emoji-name.ts';
import { AskAgainMinutes, EscalationPolicies } from './escalation-keys.ts';
import { PostmortemFolderKeys } from './folder-keys.ts';
import { AlertHooks, Webhooks } from './hook-keys.ts';
import { PostmortemKeys } from './postmortem-keys.ts';
import { Rotas } from './rota-keys.ts';
import { choice, OnOrOff, TimeOfDay } from './scalars.ts';
import { TrackerKeys } from './tracker-keys.ts';

const SeverityName = z.string().regex(/^SEV\d$/u, 'Name a severity SEV and one digit, such as SEV1.');

const Meaning = z.string('Say in a few words what this severity means.').regex(/\S/u);

const RoleName = z
  .string()
  .regex(
    /^(?!nobody$)(?=.{1,40}$)[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u,
    'Name a role in small letters, with - between words, such as communications-lead.',
  );

const RoleTask = z.string('Say in a few words what whoever has this role does.').regex(/\S/u);

const ChannelPattern = z
  .string(
    'Write the letters a to z, digits, - and _ around {number}, which must be there, and {title}: "inc-{number}-{title}".',
  )
  .regex(/^(?=.*\{number\})(?:[a-z0-9_-]|\{number\}|\{title\})+$/u);

const DeletedMessages = z.enum(['keep', 'redact'], {
  error: 'Write keep, which leaves their words on the timeline, or redact, which removes them.',
});

const Kilobytes = z
  .string('Write a whole number of kilobytes from 0, which keeps none, to 9999, such as 500.')
  .regex(/^(?:0|[1-9]\d{0,3})$/u);

const Minutes = z
  .string('Write a number of minutes, such as 30, or 0 for never.')
  .regex(/^\d{1,4}$/u)
  .transform(Number);

const Days = z
  .string('Write a number of days, 1 or more, such as 90.')
  .regex(/^[1-9]\d{0,4}$/u)
  .transform(Number);

/** The file as a team writes it; every scalar in it is text. */
export const PolicyFile = z
  .strictObject(
    {
      severities: z
        .record(
          SeverityName,
          Meaning,
          'Write one severity a line below this one, worst first: "  SEV1: what it means".',
        )
        .refine((severities) => Object.keys(severities).length > 0),
      default_severity: z.string('Write the name of one severity, such as SEV3.'),
      roles: z
        .record(RoleName, RoleTask, 'Write one role a line below this one: "  scribe: Keeps the timeline".')
        .refine((roles) => Object.keys(roles).length > 0),
      announcement_channel: ChannelName,
      channel_name: ChannelPattern,
      reactions: z.record(
        EmojiName,
        choice(SPOKEN_KINDS),
        'Write one reaction a line below this one: "  pushpin: note".',
      ),
      deleted_messages: DeletedMessages,
      kept_image_kilobytes: Kilobytes,
      reminder_time: TimeOfDay,
      update_every_minutes: Minutes,
      transcript: OnOrOff,
      transcript_days: Days,
      rotas: Rotas,
      escalation_policies: EscalationPolicies,
      ask_again_minutes: AskAgainMinutes,
      writing_answers: OnOrOff,
      postmortems: PostmortemKeys,
      action_items: ActionItemKeys,
      calendars: Calendars,
      webhooks: Webhooks,
      alert_hooks: AlertHooks,
      tracker: TrackerKeys,
      postmortem_folder: PostmortemFolderKeys,
    },
    'Write keys and their values, such as "reminder_time: 09:00".',
  )
  .partial();

export type PolicyFile = z.output<typeof PolicyFile>;
