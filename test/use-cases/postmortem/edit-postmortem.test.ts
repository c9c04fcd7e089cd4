import { describe, expect, it } from 'vitest';
import { channelId, type PersonId } from '../../../src/domain/ids.ts';
import type { NarrativeEntry } from '../../../src/domain/postmortem/narrative.ts';
import { createSystem } from '../../../src/system/create-system.ts';
import type { Database } from '../../../src/use-cases/ports.ts';
import { editPostmortem } from '../../../src/use-cases/postmortem/edit-postmortem.ts';
import { restoreNarrative } from '../../../src/use-cases/postmortem/restore-narrative.ts';
import { commit } from '../../support/commit.ts';
import { engines, type TestEngine } from '../../support/engines.ts';
import { aRecordedIncident, claire, mahari } from '../../support/record-builder.ts';

const incident = aRecordedIncident({ channel: channelId('C042') });
const ROUNDS = 10;

async function twoReplicas({ open }: TestEngine) {
  const opened = await open();
  await commit(opened, ({ incidents }) => incidents.add(incident));
  return { here: opened.database, there: (await opened.peer()).database };
}

function asks(database: Database, personId: PersonId) {
  const ports = { ...createSystem(), database, wake: () => {} };
  const asker = { teamId: incident.teamId, channel: channelId('C042'), personId, deliveryKey: 'unused' };
  return {
    writes: (text: string, shownVersion: number) =>
      editPostmortem(ports, { ...asker, narrative: { summary: { kind: 'typed', text, shownVersion } } }),
    restores: (version: number, shownVersion: number) =>
      restoreNarrative(ports, { ...asker, section: 'summary', version, shownVersion }),
  };
}

function standing(history: readonly NarrativeEntry[]): NarrativeEntry | undefined {
  return history.findLast(({ isAside }) => !isAside);
}

describe.each(engines)('two replicas at the same instant, on $name', (engine) => {
  it('let one of two writers hold, tell the other, and lose no word of either', async () => {
    const { here, there } = await twoReplicas(engine);
    const [hers, his] = [asks(here, claire), asks(there, mahari)];
    for (let round = 1; round <= ROUNDS; round++) {
      const earlier = await here.records.narrative.history(incident.id, 'summary');
      const before = standing(earlier)?.version ?? 0;
      const outcomes = await Promise.all([
        hers.writes(`Hers ${round}`, before),
        his.writes(`His ${round}`, before),
        // Slack has sent it twice.
        his.writes(`His ${round}`, before),
      ]);
      const history = await here.records.narrative.history(incident.id, 'summary');
      const told = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value.conflicts : []));
      const added = history.slice(earlier.length);
      const current = standing(history);

      expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
      expect(added.map(({ text }) => text).sort()).toEqual([`Hers ${round}`, `His ${round}`]);
      expect(added.filter(({ isAside }) => isAside)).toHaveLength(1);
      expect(new Set(told.map((conflict) => JSON.stringify(conflict))).size).toBe(1);
      expect(told[0]).toMatchObject({ section: 'summary', theirs: current?.version });
    }
  });

  it('take earlier words up again over nobody’s', async () => {
    const { here, there } = await twoReplicas(engine);
    const [hers, his] = [asks(here, claire), asks(there, mahari)];
    await hers.writes('First', 0);
    await hers.writes('Second', 1);
    const [restored, written] = await Promise.all([hers.restores(1, 2), his.writes('His', 2)]);

    const history = await here.records.narrative.history(incident.id, 'summary');
    expect(history).toHaveLength(restored.ok ? 4 : 3);
    expect(written.ok && written.value.conflicts.length).toBe(restored.ok ? 1 : 0);
    expect(standing(history)?.text).toBe(restored.ok ? 'First' : 'His');
  });
});
