import type { Migration } from 'kysely';
import * as firstTables from './0001-first-tables.ts';
import * as timelineFollowsMessages from './0002-timeline-follows-messages.ts';
import * as localeOfPeople from './0003-locale-of-people.ts';
import * as provenance from './0004-provenance.ts';
import * as milestonesAndMitigations from './0005-milestones-and-mitigations.ts';
import * as transcript from './0006-transcript.ts';
import * as rolesAndUpdates from './0007-roles-and-updates.ts';
import * as eventsByMessage from './0008-events-by-message.ts';
import * as revisionsOfMessages from './0009-revisions-of-messages.ts';
import * as eventsAboutEvents from './0010-events-about-events.ts';
import * as calls from './0011-calls.ts';
import * as rotas from './0012-rotas.ts';
import * as alerts from './0013-alerts.ts';
import * as urgentWork from './0014-urgent-work.ts';
import * as groups from './0015-groups.ts';
import * as eventsOfEscalations from './0016-events-of-escalations.ts';
import * as versionsOfNarrative from './0017-versions-of-narrative.ts';
import * as waivers from './0018-waivers.ts';
import * as review from './0019-review.ts';
import * as postmortemPlaces from './0020-postmortem-places.ts';
import * as drills from './0021-drills.ts';
import * as ownedActionItems from './0022-owned-action-items.ts';
import * as tickets from './0023-tickets.ts';
import * as itemsByReaction from './0024-items-by-reaction.ts';
import * as oldReminders from './0025-old-reminders.ts';
import * as waitingWork from './0026-waiting-work.ts';
import * as peopleNearItems from './0028-people-near-items.ts';

/** In order; a database runs those that it has not run yet. They only go forward. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
  '0002-timeline-follows-messages': timelineFollowsMessages,
  '0003-locale-of-people': localeOfPeople,
  '0004-provenance': provenance,
  '0005-milestones-and-mitigations': milestonesAndMitigations,
  '0006-transcript': transcript,
  '0007-roles-and-updates': rolesAndUpdates,
  '0008-events-by-message': eventsByMessage,
  '0009-revisions-of-messages': revisionsOfMessages,
  '0010-events-about-events': eventsAboutEvents,
  '0011-calls': calls,
  '0012-rotas': rotas,
  '0013-alerts': alerts,
  '0014-urgent-work': urgentWork,
  '0015-groups': groups,
  '0016-events-of-escalations': eventsOfEscalations,
  '0017-versions-of-narrative': versionsOfNarrative,
  '0018-waivers': waivers,
  '0019-review': review,
  '0020-postmortem-places': postmortemPlaces,
  '0021-drills': drills,
  '0022-owned-action-items': ownedActionItems,
  '0023-tickets': tickets,
  '0024-items-by-reaction': itemsByReaction,
  '0025-old-reminders': oldReminders,
  '0026-waiting-work': waitingWork,
  '0028-people-near-items': peopleNearItems,
};
