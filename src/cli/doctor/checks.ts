import { appType } from './checks/app-type';
import { cards } from './checks/cards';
import { clock } from './checks/clock';
import { content } from './checks/content';
import { credentials } from './checks/credentials';
import { database } from './checks/database';
import { directory } from './checks/directory';
import { disk } from './checks/disk';
import { manifest } from './checks/manifest';
import { migrations } from './checks/migrations';
import { model } from './checks/model';
import { node } from './checks/node';
import { outbox } from './checks/outbox';
import { queues } from './checks/queues';
import { requests } from './checks/requests';
import { timeZones } from './checks/time-zones';
import { variables } from './checks/variables';
import type { Check } from './finding';

/** All checks. The order matters, because a fault in one often explains the faults below it. */
export const checks: readonly Check[] = [
  node,
  variables,
  credentials,
  appType,
  manifest,
  database,
  disk,
  migrations,
  clock,
  timeZones,
  content,
  cards,
  directory,
  queues,
  requests,
  outbox,
  model,
];
