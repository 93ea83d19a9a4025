import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** The folders in src/, each with the folders that it may import. `compose` and `cli` may import everything. */
const mayImport = {
  shared: [],
  db: ['shared'],
  knowledge: ['shared'],
  answering: ['shared', 'knowledge'],
  model: ['shared', 'knowledge', 'answering'],
  directory: ['shared', 'knowledge', 'db'],
  outbox: ['shared', 'db'],
  engagement: ['shared', 'knowledge', 'directory', 'outbox', 'db'],
  insights: ['shared', 'knowledge', 'db'],
  privacy: ['shared', 'db', 'directory', 'engagement', 'insights', 'outbox'],
  watching: ['shared', 'db', 'answering', 'conversation', 'engagement', 'outbox'],
  conversation: ['shared', 'db', 'knowledge', 'answering', 'directory', 'engagement', 'insights', 'outbox'],
  teams: ['shared', 'conversation', 'outbox', 'knowledge', 'directory', 'engagement', 'watching'],
};
const rooms = Object.keys(mayImport);

const directionZones = rooms.flatMap((room) =>
  rooms
    .filter((other) => other !== room && !mayImport[room].includes(other))
    .map((other) => ({
      target: `./src/${room}`,
      from: `./src/${other}`,
      message: `${room}/ may not import ${other}/ (see mayImport in eslint.config.mjs).`,
    })),
);
const sealedFileZones = rooms.map((room) => ({
  target: [`./src/!(${room})/**/*`, './cards'],
  from: [`./src/${room}/sql.ts`, `./src/${room}/teams.ts`],
  message: `A folder's sql.ts and teams.ts are private. Only compose.ts and the command line may import them.`,
}));

const operatorsZone = {
  target: ['./src/!(cli)/**/*', './src/*.ts', './src/cli/*.ts', './src/cli/!(develop)/**/*'],
  from: './src/cli/develop',
  message: 'The production image has no src/cli/develop/.',
};

const sdk = ['botbuilder', 'botbuilder-*', 'botframework-*', '@microsoft/teams-ai', 'restify', 'openai'];
const database = ['kysely', 'libsql', 'pg'];
const restrict = (...groups) => ['error', { patterns: groups }];
const noSdk = { group: sdk, message: 'Import the SDK only in src/teams/** and a folder’s teams.ts.' };
const noTurnContext = {
  group: ['botbuilder'],
  importNames: ['TurnContext', 'TeamsInfo'],
  message: 'Only src/teams/turn.ts reads the SDK’s turn. Use TeamsTurn.',
};
const noDatabase = {
  group: database,
  message: 'Import Kysely and drivers only in src/db/** and a folder’s sql.ts.',
};
const noClock = [
  'error',
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Pass the time as a parameter (shared/clock.ts).',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Pass the time as a parameter (shared/clock.ts).',
  },
  {
    selector: "CallExpression[callee.property.name='randomUUID']",
    message: 'Pass ids as a parameter (shared/ids.ts).',
  },
  {
    selector: "CallExpression[callee.name='randomUUID']",
    message: 'Pass ids as a parameter (shared/ids.ts).',
  },
];

const inPage = Object.fromEntries(
  [
    ...['document', 'location', 'getComputedStyle', 'NodeFilter', 'URLSearchParams'],
    ...['AdaptiveCards', 'markdownit', 'axe'],
    ...['PHONE', 'themes', 'add', 'addAvatar', 'addMessage', 'addCard', 'drawInto'],
  ].map((name) => [name, 'readonly']),
);

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.data/', 'coverage/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      'import-x/resolver': { node: { extensions: ['.ts', '.js'] } },
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.ts', 'cards/**/*.ts'],
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        { zones: [...directionZones, ...sealedFileZones, operatorsZone] },
      ],
      '@typescript-eslint/no-restricted-imports': restrict(noSdk, noDatabase),
      'no-restricted-syntax': noClock,
      'no-console': 'error',
      // Plain functions over an argument are easier to read and test than one closure.
      'max-lines-per-function': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['cards/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '/src/(?!shared/(?:limits|cut)$)',
              allowTypeImports: true,
              message: 'Cards may import only types, shared/limits.ts and shared/cut.ts.',
            },
            noSdk,
            noDatabase,
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/teams.ts', 'src/teams/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': restrict(noDatabase),
      // The SDK implements its own classes as interfaces.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['src/teams/**/*.ts'],
    // The last two implement classes of the SDK.
    ignores: ['src/teams/turn.ts', 'src/teams/outbound/adapter.ts', 'src/teams/inbound/playground.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': restrict(noDatabase, noTurnContext) },
  },
  {
    files: ['src/**/sql.ts', 'src/db/**/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': restrict(noSdk) },
  },
  { files: ['src/cli/**/*.ts', 'src/shared/quiet-libraries.ts'], rules: { 'no-console': 'off' } },
  // A language is one file, however much there is to say.
  { files: ['cards/words/??.ts'], rules: { 'max-lines': 'off' } },
  { files: ['src/shared/clock.ts', 'src/shared/ids.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['tests/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: {
        ...{ module: 'writable', process: 'readonly', require: 'readonly', setInterval: 'readonly' },
        ...{ __dirname: 'readonly', __filename: 'readonly' },
      },
    },
  },
  {
    // Scripts of a page: they see the browser, its libraries and what the scripts before them declared.
    files: ['src/cli/develop/gallery/*.js', 'tests/browser/in-page/*.js'],
    languageOptions: { sourceType: 'script', globals: inPage },
    rules: { 'no-unused-vars': ['error', { vars: 'local' }], 'no-redeclare': 'off' },
  },
);
