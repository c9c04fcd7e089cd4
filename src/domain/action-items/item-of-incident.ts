import type { Incident } from '../incident/incident.ts';
import type { ActionItem } from './action-item.ts';

export interface ItemOfIncident {
  readonly item: ActionItem;
  readonly incident: Incident;
}
