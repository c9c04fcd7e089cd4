import { z } from 'zod';
import { Day } from './day.ts';
import { nameOf } from './scalars.ts';
import { MemberId } from './slack-ids.ts';
import { TimeZoneName } from './time-zone-name.ts';
import { WEEKDAYS, weekdayNumber } from './weekdays.ts';

const HandOver = z
  .string('Write a whole weekday and a time of day, 00:00 to 23:59, such as Monday 09:00.')
  .regex(new RegExp(String.raw`^(?:${WEEKDAYS.join('|')}) (?:[01]\d|2[0-3]):[0-5]\d$`, 'u'));

const RotaKeys = z
  .strictObject(
    {
      members: z
        .array(MemberId, 'Write member ids in the order of their turns, in brackets: [U024BE7LH, U0G9QF9C6].')
        .min(1),
      hand_over: HandOver,
      time_zone: TimeZoneName,
      first_hand_over: Day,
    },
    "Write members, hand_over, time_zone and first_hand_over below the rota's name.",
  )
  .transform(({ members, hand_over, time_zone, first_hand_over }) => {
    const [weekday = '', time = ''] = hand_over.split(' ');
    return {
      members,
      zone: time_zone,
      handOverWeekday: weekdayNumber(weekday),
      handOverTime: time,
      firstHandOver: first_hand_over,
    };
  });

export const Rotas = z
  .record(nameOf('a rota'), RotaKeys, 'Write one rota below this line, by its name: "  database:".')
  .refine((rotas) => Object.keys(rotas).length > 0);
