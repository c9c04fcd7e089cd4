import type { Kysely } from 'kysely';
import type { Records } from '../use-cases/ports.ts';
import type { Ids } from '../use-cases/system.ts';
import { DatabaseActionItemMessageStore } from './database-action-item-message-store.ts';
import { DatabaseActionItemReportStore } from './database-action-item-report-store.ts';
import { DatabaseActionItemStore } from './database-action-item-store.ts';
import { DatabaseAlertStore } from './database-alert-store.ts';
import { DatabaseAuditStore } from './database-audit-store.ts';
import { DatabaseCopyStore } from './database-copy-store.ts';
import { DatabaseDeliveryStore } from './database-delivery-store.ts';
import { DatabaseEscalationStore } from './database-escalation-store.ts';
import { DatabaseFileStore } from './database-file-store.ts';
import { DatabaseGroupMemberStore } from './database-group-member-store.ts';
import { DatabaseGroupStore } from './database-group-store.ts';
import { DatabaseHomeStore } from './database-home-store.ts';
import { DatabaseIncidentStore } from './database-incident-store.ts';
import { DatabaseItemListStore } from './database-item-list-store.ts';
import { DatabaseMemberStore } from './database-member-store.ts';
import { DatabaseMilestoneStore } from './database-milestone-store.ts';
import { DatabaseNarrativeStore } from './database-narrative-store.ts';
import { DatabasePeopleStore } from './database-people-store.ts';
import { DatabaseReminderStore } from './database-reminder-store.ts';
import { DatabaseReviewStore } from './database-review-store.ts';
import { DatabaseRoleStore } from './database-role-store.ts';
import { DatabaseRotaStore } from './database-rota-store.ts';
import { DatabaseTagStore } from './database-tag-store.ts';
import { DatabaseTicketStore } from './database-ticket-store.ts';
import { DatabaseTimelineStore } from './database-timeline-store.ts';
import { DatabaseTranscriptStore } from './database-transcript-store.ts';
import { DatabaseUnsavedStore } from './database-unsaved-store.ts';
import { DatabaseUpdateStore } from './database-update-store.ts';
import { DatabaseWaiverStore } from './database-waiver-store.ts';
import { DatabaseWorkRequests } from './database-work-requests.ts';
import type { Schema } from './schema.ts';

/** All stores over one connection or transaction. */
export function records(db: Kysely<Schema>, ids: Ids): Records {
  return {
    incidents: new DatabaseIncidentStore(db),
    timeline: new DatabaseTimelineStore(db, ids),
    files: new DatabaseFileStore(db),
    tags: new DatabaseTagStore(db),
    milestones: new DatabaseMilestoneStore(db, ids),
    roles: new DatabaseRoleStore(db, ids),
    updates: new DatabaseUpdateStore(db),
    escalations: new DatabaseEscalationStore(db),
    rotas: new DatabaseRotaStore(db),
    actionItems: new DatabaseActionItemStore(db, ids),
    reminders: new DatabaseReminderStore(db),
    itemLists: new DatabaseItemListStore(db),
    itemMessages: new DatabaseActionItemMessageStore(db),
    itemReports: new DatabaseActionItemReportStore(db),
    groupMembers: new DatabaseGroupMemberStore(db),
    narrative: new DatabaseNarrativeStore(db, ids),
    unsaved: new DatabaseUnsavedStore(db),
    waivers: new DatabaseWaiverStore(db, ids),
    reviews: new DatabaseReviewStore(db),
    copies: new DatabaseCopyStore(db),
    people: new DatabasePeopleStore(db),
    groups: new DatabaseGroupStore(db),
    transcript: new DatabaseTranscriptStore(db),
    members: new DatabaseMemberStore(db),
    alerts: new DatabaseAlertStore(db),
    homes: new DatabaseHomeStore(db),
    deliveries: new DatabaseDeliveryStore(db),
    audit: new DatabaseAuditStore(db, ids),
    tickets: new DatabaseTicketStore(db),
    work: new DatabaseWorkRequests(db, ids),
  };
}
