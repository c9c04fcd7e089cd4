import type { Button } from '@slack/types';
import type { IncidentId } from '../../domain/ids.ts';
import type { ItemShow } from '../../use-cases/item-list-store.ts';
import { button } from '../blocks/layout.ts';
import { buttons } from '../identifiers.ts';
import { writeItemView } from './item-view.ts';

/** Lists an incident’s action items as they are when it is pressed. */
export function showItemsButton(
  label: string,
  { show, incidentId }: { readonly show: ItemShow; readonly incidentId: IncidentId },
): Button {
  const value = writeItemView({ page: 0, show, whose: undefined, incidentId });
  return button({ label, action: buttons.showItems, value });
}
