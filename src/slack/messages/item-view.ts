import { z } from 'zod';
import { groupId, incidentId, personId } from '../../domain/ids.ts';
import { ITEM_SHOWS, type ItemFilter, type Whose } from '../../use-cases/item-list-store.ts';

/** Which page of which action items somebody looks at. It travels in the values of buttons, so it comes back from outside. */
export interface ItemView extends ItemFilter {
  /** 0 is the first. */
  readonly page: number;
}

export const MINE: ItemView = { page: 0, show: 'open', whose: { kind: 'mine' }, incidentId: undefined };

const NOTHING = '-';

const AWhose = z.string().transform((text, context): Whose | undefined => {
  const [kind, id = ''] = text.split(':');
  switch (kind) {
    case NOTHING:
      return undefined;
    case 'mine':
      return { kind };
    case 'person':
      return { kind, id: personId(id) };
    case 'group':
      return { kind, id: groupId(id) };
    default:
      context.addIssue({ code: 'custom', message: 'is nobody' });
      return z.NEVER;
  }
});

const View = z.tuple([
  z.coerce.number().int().min(0),
  z.enum(ITEM_SHOWS),
  AWhose,
  z.string().transform((id) => (id === NOTHING ? undefined : incidentId(id))),
]);

/** `0 overdue person:U042 -`: an option's value has room for 150 characters. */
export function writeItemView({ page, show, whose, incidentId: incident }: ItemView): string {
  const owner = whose === undefined ? NOTHING : whose.kind === 'mine' ? whose.kind : `${whose.kind}:${whose.id}`;
  return `${page} ${show} ${owner} ${incident ?? NOTHING}`;
}

export function readItemView(value: string): ItemView {
  const [page, show, whose, incident] = View.parse(value.split(' '));
  return { page, show, whose, incidentId: incident };
}
