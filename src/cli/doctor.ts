/**
 * `npm run doctor [-- --json]`: looks at the set-up and changes nothing, also beside a running bot and while the database
 * is away. Each finding names the fault, where it is and the next step; never a secret, a name or anybody's words. Exit
 * code 1 when something fails, 0 otherwise.
 */
import { systemClock } from '../shared/clock';
import { checks } from './doctor/checks';
import { gatherCircumstances, type Circumstances, type Whereabouts } from './doctor/circumstances';
import type { Check, Finding, Severity } from './doctor/finding';
import { readArguments } from './read-arguments';
import { runProgram } from './run-program';

export interface DoctorCommand extends Whereabouts {
  readonly args: readonly string[];
  readonly print: (line: string) => void;
}

const USAGE = 'npm run doctor [-- --json]';

type Found = Finding & { readonly check: string };

/** Asks every check and returns the exit code. */
export async function runDoctorCommand({ args, print, ...whereabouts }: DoctorCommand): Promise<0 | 1> {
  const { flags } = readArguments(args, ['json'], 0);
  const circumstances = await gatherCircumstances(whereabouts);
  try {
    const found: Found[] = [];
    for (const check of checks) found.push(...(await ask(check, circumstances)));
    if (flags.json) print(JSON.stringify({ healthy: isHealthy(found), findings: found }, null, 2));
    else printFindings(found, print);
    return isHealthy(found) ? 0 : 1;
  } finally {
    const { database } = circumstances;
    if ('outcome' in database && database.outcome === 'open') await database.close();
  }
}

/** A check that fails itself is a finding; of its error only the kind is told, as its message may hold anything. */
async function ask(check: Check, circumstances: Circumstances): Promise<Found[]> {
  try {
    return (await check.look(circumstances)).map((finding) => ({ check: check.name, ...finding }));
  } catch (error) {
    const what = `This could not be looked at (${error instanceof Error ? error.name : typeof error})`;
    const next = 'See the findings above; if they are in order, report this as a fault of the doctor.';
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
  print(`${count('fail')} to mend, ${count('warn')} to look at, ${count('ok')} in order.`);
}

if (require.main === module)
  runProgram(USAGE, ({ args, root, print }) =>
    runDoctorCommand({
      ...{ args, root, print },
      processEnv: process.env,
      clock: systemClock,
      nodeVersion: process.versions.node,
    }),
  );
