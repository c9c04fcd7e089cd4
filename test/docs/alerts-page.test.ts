import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readNotice } from '../../src/web/alerts/read-notice.ts';
import { anAlertHook } from '../support/alert-payloads.ts';
import { openRoom } from '../support/open-room.ts';
import { SECRET } from '../support/post-alert.ts';

const page = readFileSync('docs/alerts.md', 'utf8');

function example(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'u').exec(page)?.[1] ?? '';
}

it('shows a request that opens an incident', async () => {
  const typed = example('sh').replaceAll('$HOOK_SECRET_BACKUP', SECRET);
  const [, path = ''] = /https:\/\/faultline\.example\.com(\S+)/u.exec(typed) ?? [];
  const headers = [...typed.matchAll(/--header (["'])([^:]+): (.*?)\1/gu)].map(
    ([, , name = '', value = '']): [string, string] => [name, value],
  );
  const [, body = ''] = /--data '([^']*)'/u.exec(typed) ?? [];
  const room = await openRoom({
    hookSecrets: new Map([['BACKUP', SECRET]]),
    policy: { alertHooks: [anAlertHook({ name: 'backup', format: 'plain' })] },
  });

  const response = await fetch(`${room.bot.address}${path}`, { method: 'POST', headers, body });

  expect([response.status, await response.json()]).toEqual([200, { incidents: ['INC-1'] }]);
});

it('shows all that a plain alert can hold', () => {
  const read = readNotice('plain', example('json'), (text) => text);

  expect(read).toMatchObject({
    ok: true,
    value: {
      dedupKey: 'nightly-backup',
      alerts: [
        {
          name: 'Nightly backup failed',
          text: 'No space left on /var/backups',
          severity: 'warning',
          startedAt: '2024-05-07T13:00:00.000Z',
          link: 'https://ci.example.com/jobs/nightly-backup/812',
        },
      ],
    },
  });
});
