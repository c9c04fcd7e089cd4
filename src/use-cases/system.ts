import type { Instant } from '../domain/time.ts';

/** What a running process asks of the machine, handed in so that a test can hold time still. */
export interface System {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly timers: Timers;
  readonly random: Random;
  readonly hash: Hash;
}

export interface Clock {
  now(): Instant;
}

export interface Ids {
  /** A new ULID; within one process each is greater than the one before, even within a millisecond. */
  next(): string;
}

export interface Timers {
  /** Calls `run` once after so many milliseconds of the clock, unless cancelled. Does not keep the process alive. */
  after(milliseconds: number, run: () => void): CancelTimer;
}

export type CancelTimer = () => void;

/** SHA-256 in hexadecimal: says whether a text is the one that it was, and tells no word of it. */
export type Hash = (text: string) => string;

/** A number from 0 up to, not including, 1. */
export type Random = () => number;
