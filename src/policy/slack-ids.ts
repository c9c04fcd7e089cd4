import { z } from 'zod';
import { personId } from '../domain/ids.ts';

export const MEMBER = /^[UW][A-Z0-9]{5,}$/u;
export const GROUP = /^S[A-Z0-9]{5,}$/u;
export const CHANNEL = /^[CG][A-Z0-9]{5,}$/u;

export const MemberId = z
  .string("Write a member id, such as U024BE7LH: in Slack, the menu of somebody's profile copies it.")
  .regex(MEMBER)
  .transform(personId);
