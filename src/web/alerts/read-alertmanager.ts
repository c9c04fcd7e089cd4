import { z } from 'zod';
import { type AlertExtras, GroupedAlert, GroupNotice, readGroup } from './group-notice.ts';
import type { NoticeReader } from './read-notice.ts';

/** Version 4 of Alertmanager's webhook. https://prometheus.io/docs/alerting/latest/configuration/#webhook_config */
const AlertmanagerNotice = GroupNotice.extend({
  version: z.literal('4'),
  externalURL: z.string().nullish(),
  alerts: z.array(GroupedAlert).min(1),
});

export const alertmanager: NoticeReader = (hash) =>
  AlertmanagerNotice.transform((group) => {
    const extras = ({ generatorURL }: GroupedAlert): AlertExtras => ({
      values: [],
      links: [generatorURL, group.externalURL],
    });
    return readGroup(group, { hash, extras });
  });
