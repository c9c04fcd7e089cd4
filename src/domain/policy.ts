import type { ActionItemKind } from './action-items/action-item.ts';
import type { EscalationPolicy } from './escalation/escalation-policy.ts';
import type { Rota } from './escalation/rota.ts';
import type { Group } from './people/person.ts';
import type { DeadlinePolicy } from './postmortem/review/deadline.ts';
import type { CalendarDate, TimeZone } from './time.ts';
import type { SpokenKind } from './timeline/timeline-event.ts';

/** What a team decided about its incidents. */
export interface Policy {
  /** Worst first. */
  readonly severities: readonly Severity[];
  /** What an incident gets when nobody says how bad it is; one of `severities`. */
  readonly defaultSeverity: string;
  /** What somebody can be responsible for while an incident lasts, in the order in which they are shown. */
  readonly roles: readonly Role[];
  /** Where incidents are announced, without the #. Missing: nowhere. */
  readonly announcementChannel: string | undefined;
  /** The pattern of an incident's channel: `inc-{number}-{title}`. */
  readonly channelName: string;
  /** What a reaction on a message makes of it: an emoji's name without colons, and the kind of timeline event. */
  readonly reactions: Readonly<Record<string, SpokenKind>>;
  /** Whether an event keeps the words of its message when that is deleted. */
  readonly deletedMessages: 'keep' | 'redact';
  /** The largest image of a tagged message that is kept here and shown in the postmortem; 0: none. */
  readonly keptImageKilobytes: number;
  /** When a reminder goes out: `HH:mm` in its reader's time zone. */
  readonly reminderTime: string;
  /** When the next status update is due after one was sent, unless its sender says otherwise; 0: never. */
  readonly updateEveryMinutes: number;
  readonly transcript: TranscriptPolicy;
  readonly rotas: readonly Rota[];
  readonly escalationPolicies: readonly EscalationPolicy[];
  /** After how many minutes whoever answered a call is asked whether they are still on it, by severity. */
  readonly askAgainMinutes: Readonly<Record<string, number>>;
  /** Whether somebody who was called answers by writing in the incident's channel. */
  readonly writingAnswers: boolean;
  readonly postmortems: PostmortemPolicy;
  readonly actionItems: ActionItemPolicy;
  /** One that names a time zone is that of whoever lives there, one that names none everybody else's; without it they work from Monday to Friday. */
  readonly calendars: readonly CalendarPolicy[];
  readonly webhooks: readonly Webhook[];
  readonly alertHooks: readonly AlertHook[];
  /** Where action items live as tickets too. Missing: nowhere. */
  readonly tracker: TrackerPolicy | undefined;
  /** Where postmortems are kept as files, but for those of private incidents. Missing: nowhere. */
  readonly postmortemFolder: PostmortemFolderPolicy | undefined;
}

/** Its secrets stand in the environment. */
export type TrackerPolicy = TicketPolicy &
  (
    | { readonly format: 'github' /** `acme/infra` */; readonly repository: string; readonly apiUrl: string }
    | {
        readonly format: 'jira';
        /** `https://acme.atlassian.net` */
        readonly site: string;
        /** Its key, `OPS`. */
        readonly project: string;
        readonly issueType: string;
      }
    | { readonly format: 'webhook'; readonly url: string }
  );

export interface TicketPolicy {
  /** Whether every new action item gets a ticket, but for those of private incidents, or only who asks for one. */
  readonly create: 'always' | 'on-demand';
  readonly labels: readonly string[];
}

export interface PostmortemFolderPolicy {
  readonly path: string;
  /** Whether each change is a commit, and whether that is pushed. */
  readonly git: 'off' | 'commit' | 'push';
  readonly author: PostmortemAuthor;
}

/** Whose name is on the commits. */
export interface PostmortemAuthor {
  readonly name: string;
  readonly email: string;
}

/** A system outside of the chat that escalations call. Its secret stands in the environment, under its name. */
export interface Webhook {
  readonly name: string;
  /** What it is sent: our own signed JSON, or what these products take. */
  readonly format: 'signed' | 'pagerduty' | 'opsgenie';
  readonly url: string;
}

/** A way in for alerts, `POST /hooks/alerts/<name>`. Its secret stands in the environment, under its name. */
export interface AlertHook {
  readonly name: string;
  readonly format: 'alertmanager' | 'grafana' | 'plain';
  /** Our severity for what the alert calls its own; the policy's default for any other. */
  readonly severities: Readonly<Record<string, string>>;
  /** Whether alerts that fire open an incident, and reopen theirs where it was resolved. */
  readonly onFiring: 'open' | 'ignore';
  /** What becomes of their open incident once all alerts are over, even where a person reopened it. */
  readonly onResolved: 'resolve' | 'note';
  /** The escalation policy that is called when alerts opened or reopened an incident; nobody where it is missing. */
  readonly escalationPolicy: string | undefined;
}

/** How postmortems get to their readers. */
export interface PostmortemPolicy extends DeadlinePolicy {
  /** How many reviewers must approve one before it is published. */
  readonly approvals: number;
  /** Where published ones are announced, without the #; where incidents are, if it is missing. */
  readonly announceIn: string | undefined;
}

/** What holds for follow-up work unless somebody says otherwise. */
export interface ActionItemPolicy {
  /** In how many days from its making an item is due, by severity; on no day where it is missing. */
  readonly dueDays: Readonly<Record<string, number>>;
  /** The same for items of one kind; where it says nothing of a severity, `dueDays` holds. */
  readonly dueDaysByKind: Readonly<Partial<Record<ActionItemKind, Readonly<Record<string, number>>>>>;
  /** The name of the emoji that makes an item of a message, without colons. Missing: none does. */
  readonly reaction: string | undefined;
  /** Groups of people that count as teams; whoever is in several counts to the first. */
  readonly teams: readonly Group[];
  /** Where what is long overdue is told each week, without the #; where incidents are announced, if it is missing. */
  readonly digestIn: string | undefined;
}

/** Which days people in some time zones work. */
export interface CalendarPolicy {
  /** Empty: everywhere else. */
  readonly zones: readonly TimeZone[];
  /** 1 is Monday, 7 Sunday. */
  readonly workingDays: readonly number[];
  /** Whose public holidays are free: `DE`, and with its part `DE-BE`. */
  readonly country: string | undefined;
  /** Other days on which nobody works. */
  readonly holidays: readonly CalendarDate[];
}

export interface Role {
  /** `communications-lead` */
  readonly name: string;
  readonly meaning: string;
}

/** Whether what is said in an incident's channel is kept for its postmortem. */
export interface TranscriptPolicy {
  readonly isKept: boolean;
  /** How many days after the incident was closed it is deleted; holds too for what was kept before. */
  readonly retentionDays: number;
}

export interface Severity {
  readonly name: string;
  readonly meaning: string;
}
