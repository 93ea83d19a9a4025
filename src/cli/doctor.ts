/**
 * `npm run doctor [-- --json]` checks the installation and changes nothing. It also works while the bot runs or the
 * database is down. Each finding says what's wrong, where, and what to do next. It never shows a secret, a person's
 * name or what they wrote. The exit code is 1 if any check fails, otherwise 0.
 */
import { systemClock } from '../shared/clock';
import { checks } from './doctor/checks';
import { gatherCircumstances, type Circumstances, type Installation } from './doctor/circumstances';
import type { Check, Finding, Severity } from './doctor/finding';
import { DeskCommand, runCommand, type ExitCode } from './command';
import type { Terminal } from './run-program';

export interface DoctorCommand extends Installation {
  readonly args: readonly string[];
  readonly print: (line: string) => void;
}

type Found = Finding & { readonly check: string };

/** Runs one command line. */
export function runDoctorCommand({ args, ...doctor }: DoctorCommand): Promise<ExitCode> {
  const { print } = doctor;
  return runCommand(
    createDoctorCommand(() => doctor),
    args,
    { print, complain: print },
  );
}

type Doctor = Omit<DoctorCommand, 'args'>;

function createDoctorCommand(open: () => Doctor): DeskCommand {
  return new DeskCommand('doctor')
    .description('Finds problems in this installation and says what to do next. Changes nothing.')
    .option('--json', 'prints the findings as JSON')
    .does(({ json = false }: { json?: boolean }) => examine(open(), json));
}

/** Runs every check. */
async function examine({ print, ...installation }: Doctor, asJson: boolean): Promise<ExitCode> {
  const circumstances = await gatherCircumstances(installation);
  try {
    const found: Found[] = [];
    for (const check of checks) found.push(...(await ask(check, circumstances)));
    if (asJson) print(JSON.stringify({ healthy: isHealthy(found), findings: found }, null, 2));
    else printFindings(found, print);
    return isHealthy(found) ? 0 : 1;
  } finally {
    const { database } = circumstances;
    if ('outcome' in database && database.outcome === 'open') await database.close();
  }
}

/** A check that throws becomes a finding. It shows only the error's name, because the message may hold private data. */
async function ask(check: Check, circumstances: Circumstances): Promise<Found[]> {
  try {
    return (await check.look(circumstances)).map((finding) => ({ check: check.name, ...finding }));
  } catch (error) {
    const what = `This check crashed (${error instanceof Error ? error.name : typeof error})`;
    const next = 'Fix the findings above first. If this one stays, report it as a bug in the doctor.';
    return [{ check: check.name, severity: 'fail', what, next }];
  }
}

function isHealthy(found: readonly Found[]): boolean {
  return found.every(({ severity }) => severity !== 'fail');
}

function printFindings(found: readonly Found[], print: (line: string) => void): void {
  for (const { severity, check, what, where, next } of found) {
    const isSaid = where === undefined || what.startsWith(where);
    print(`${severity.padEnd(4)}  ${check.padEnd(11)}  ${isSaid ? '' : `${where}: `}${what}`);
    if (next !== undefined) print(`${' '.repeat(19)}-> ${next}`);
  }
  const count = (severity: Severity) => found.filter((finding) => finding.severity === severity).length;
  const warnings = count('warn');
  const skipped = count('skip') > 0 ? `, ${count('skip')} skipped` : '';
  print(
    `${count('fail')} failed, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}, ${count('ok')} OK${skipped}.`,
  );
}

export const doctorCommand = ({ root, print }: Terminal) =>
  createDoctorCommand(() => ({
    ...{ root, print },
    processEnv: process.env,
    clock: systemClock,
    nodeVersion: process.versions.node,
  }));
