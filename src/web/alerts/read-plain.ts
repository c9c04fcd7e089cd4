import { z } from 'zod';
import { webAddress } from '../../domain/postmortem/web-address.ts';
import type { NoticeReader } from './read-notice.ts';
import { ToldInstant } from './told-instant.ts';

/** Our own JSON, for whatever sends none of the others; docs/alerts.md describes it. */
const PlainNotice = z.object({
  dedup_key: z.string().min(1),
  status: z.enum(['firing', 'resolved']),
  title: z.string().trim().min(1),
  text: z.string().trim().nullish(),
  severity: z.string().nullish(),
  /** When it began to fire, or when it was over. */
  at: ToldInstant.nullish(),
  link: z.string().nullish(),
});

export const plain: NoticeReader = () =>
  PlainNotice.transform(({ dedup_key, status, title, text, severity, at, link }) => {
    const isFiring = status === 'firing';
    const alert = {
      fingerprint: 'plain',
      isFiring,
      name: title,
      text: text ?? '',
      details: [],
      severity: severity ?? undefined,
      startedAt: isFiring ? (at ?? undefined) : undefined,
      endedAt: isFiring ? undefined : (at ?? undefined),
      link: webAddress(link ?? ''),
    };
    return { dedupKey: dedup_key, title, text: '', alerts: [alert], untold: 0 };
  });
