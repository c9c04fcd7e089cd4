import { describe, expect, it } from 'vitest';
import { readItemFilter } from '../../src/slack/listeners/read-item-filter.ts';

const names = new Map();
const ana = { kind: 'person', id: 'U0ANA' };
const dba = { kind: 'group', id: 'S0DBA', handle: 'dba' };

describe('readItemFilter', () => {
  it.each<[string, object]>([
    ['', {}],
    ['  open ', { show: 'open' }],
    ['OVERDUE', { show: 'overdue' }],
    ['all <@U0ANA|ana> INC-12', { show: 'all', owner: ana, incidentNumber: 12 }],
    ['inc-12 <@U0ANA> overdue', { show: 'overdue', owner: ana, incidentNumber: 12 }],
    ['<!subteam^S0DBA|@dba>, all', { show: 'all', owner: dba }],
  ])('reads them in any order: “%s”', (markup, expected) => {
    const nothing = { show: undefined, owner: undefined, incidentNumber: undefined };

    expect(readItemFilter({ markup, names })).toEqual({ ok: true, value: { ...nothing, ...expected } });
  });

  it.each<[string, object]>([
    ['late', { kind: 'unclear-filter', text: 'late' }],
    ['open ones', { kind: 'unclear-filter', text: 'ones' }],
    ['INC-x', { kind: 'unclear-filter', text: 'INC-x' }],
    ['@ana', { kind: 'unknown-party', text: '@ana' }],
    ['open overdue', { kind: 'repeated-filter', text: 'overdue' }],
    ['<@U0ANA> <@U0BEN|ben>', { kind: 'repeated-filter', text: '@ben' }],
    ['INC-1 INC-2', { kind: 'repeated-filter', text: 'INC-2' }],
  ])('says what it does not read: “%s”', (markup, refusal) => {
    expect(readItemFilter({ markup, names })).toEqual({ ok: false, refusal });
  });
});
