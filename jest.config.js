const { statfsSync } = require('node:fs');

/** SQLite waits for the disk at each commit, which tests needn't: their data may go with the machine. */
const IN_MEMORY = '/dev/shm';
const ROOM_FOR_TESTS = 2 ** 30;
function hasRoomInMemory() {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= ROOM_FOR_TESTS;
  } catch {
    return false;
  }
}
if (process.env.TMPDIR === undefined && hasRoomInMemory()) process.env.TMPDIR = IN_MEMORY;

const common = {
  testEnvironment: '<rootDir>/tests/support/environment.js',
  roots: ['<rootDir>/tests'],
  transform: {
    [`^${__dirname}/(src|cards)/.+\\.ts$`]: '<rootDir>/tests/support/compiled-sources.js',
    '^.+\\.ts$': 'ts-jest',
  },
  // adaptivecards 3.0.4: its CommonJS build requires swiper's ESM, which jest cannot load; the bundle holds both.
  moduleNameMapper: { '^adaptivecards$': '<rootDir>/node_modules/adaptivecards/dist/adaptivecards.min.js' },
};

/**
 * What holds for the database holds on both engines: these suites run once each (tests/support/database.ts). Who may do
 * what does not hang on it, and its thousands of turns take long: on one.
 */
const onBothEngines = [
  'clock-set-back',
  'database',
  'delivery',
  'directory',
  'doctor',
  'engagement',
  'full-disk',
  'erasure',
  'insights',
  'lifecycle',
  'migrations',
  'outbox',
  'outbox-dispatchers',
  'outbox-faults',
  'pace',
  'privacy',
  'processes',
  'seen-activities',
  'stuck',
  'twice',
  'waiting',
];

/** @type {import('jest').Config} */
module.exports = {
  // Of all projects; in one of them it is not heard.
  testTimeout: 30_000,
  // Jest leaves one core to itself by default, which on two cores halves the speed.
  maxWorkers: '100%',
  projects: [
    {
      ...common,
      displayName: 'libsql',
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/postgres/'],
    },
    {
      ...common,
      displayName: 'postgres',
      testMatch: [
        `**/tests/integration/(${onBothEngines.join('|')}).test.ts`,
        '**/tests/postgres/*.test.ts',
        '**/tests/faults/*.test.ts',
      ],
      globals: { ENGINE: 'postgres' },
      globalSetup: '<rootDir>/tests/support/start-postgres.ts',
      globalTeardown: '<rootDir>/tests/support/stop-postgres.ts',
    },
  ],
};
