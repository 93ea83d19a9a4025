import { randomUUID } from 'node:crypto';

/** Returns a new, globally unique id on each call. */
export type NewId = () => string;

export const newUuid: NewId = () => randomUUID();
