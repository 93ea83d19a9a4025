import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'dotenv';
import { VARIABLES } from '../../../config';
import { countEdits } from '../../../knowledge/search/spelling';
import { AppError } from '../../../shared/app-error';
import type { Circumstances } from '../circumstances';
import { orElse, type Check, type Finding } from '../finding';

/** Checks that the configuration is valid and sets no unknown variable. */
export const variables: Check = {
  name: 'variables',
  look: (circumstances) => {
    const { config, env, processEnv, root } = circumstances;
    const name = processEnv['PARTNER_DESK_ENV'];
    return orElse(
      [
        ...findFaults(config, env['PARTNER_DESK_LOCAL'] === '1'),
        ...findMissingFiles(root, name),
        ...findUnknown(circumstances),
      ],
      name === undefined ? 'from the process' : `from the process and env/.env.${name}`,
    );
  },
};

/** The first line of the message says that the bot can't start. Each other line names a variable, never its value. */
function findFaults(config: Circumstances['config'], isLocal: boolean): Finding[] {
  if (!(config instanceof AppError)) return [];
  return (
    config.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim())
      .filter((line) => /^[A-Z][A-Z0-9_]+ /.test(line))
      // Outside local mode the credentials and app type checks cover these.
      .filter((line) => isLocal || !/^(?:BOT_ID|BOT_TENANT_ID|BOT_PASSWORD|BOT_TYPE) /.test(line))
      .map((line) => ({
        severity: 'fail',
        what: line,
        where: line.split(' ')[0] ?? '',
        next: 'Set it as described in env/.env.example.',
      }))
  );
}

function findMissingFiles(root: string, name: string | undefined): Finding[] {
  if (name === undefined || existsSync(path.join(root, 'env', `.env.${name}`))) return [];
  const next = 'Copy env/.env.example to that path, or set PARTNER_DESK_ENV to a name that has a file.';
  return [{ severity: 'warn', what: 'The file doesn’t exist', where: `env/.env.${name}`, next }];
}

/**
 * Finds unknown variables in our files. The process has many others, so there it reports only names close to one of
 * ours.
 */
function findUnknown({ root, processEnv }: Circumstances): Finding[] {
  const known = new Set([...VARIABLES, ...listNamedInPackage(root)]);
  const name = processEnv['PARTNER_DESK_ENV'] ?? 'local';
  const files = [`.env.${name}`, `.env.${name}.user`].map((file) => path.join('env', file));
  const inFiles = files.flatMap((file) => {
    const whole = path.join(root, file);
    if (!existsSync(whole)) return [];
    return Object.keys(parse(readFileSync(whole))).map((variable) => ({ variable, where: file }));
  });
  const inProcess = Object.keys(processEnv)
    .filter((variable) => findNear(variable) !== undefined)
    .map((variable) => ({ variable, where: 'the process' }));
  return [...inFiles, ...inProcess]
    .filter(({ variable }) => !known.has(variable) && !variable.startsWith('OTEL_'))
    .map(({ variable, where }) => {
      const near = findNear(variable);
      return {
        severity: 'warn',
        what: `Unknown variable ${variable}`,
        where,
        next:
          near === undefined
            ? 'Remove it, or look up the right name in env/.env.example.'
            : `Did you mean ${near}?`,
      };
    });
}

function findNear(variable: string): string | undefined {
  if (VARIABLES.includes(variable) || variable.length < 6) return undefined;
  const limit = variable.length < 9 ? 1 : 2;
  return VARIABLES.find((known) => countEdits(variable, known, limit) <= limit);
}

/** Variables that the manifest, toolkit and infrastructure files use. */
function listNamedInPackage(root: string): string[] {
  const folder = path.join(root, 'teamsapp');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:json|ya?ml|bicep)$/.test(file))
    .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').match(/\b[A-Z][A-Z0-9_]{3,}\b/g) ?? []);
}
