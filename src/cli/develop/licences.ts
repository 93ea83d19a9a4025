/** `npm run licences [-- --list]` checks the licence of every shipped package. Exit code 1 if one isn't allowed or known. */
import { parseArgs } from 'node:util';
import { isAllowed, licenceOf } from './licences/allowed';
import { listShipped } from './licences/shipped';
import { runProgram } from '../run-program';

const USAGE = `Usage: npm run licences [-- --list]

Checks the licence of every shipped package. --list prints them.`;

runProgram(USAGE, ({ args, root }) => {
  const { values } = parseArgs({ args: [...args], options: { list: { type: 'boolean' } } });
  const shipped = listShipped(root).map((one) => ({ ...one, licence: licenceOf(one) }));
  if (values.list === true)
    for (const { name, version, licence } of shipped)
      console.log(`${name} ${version}: ${licence ?? 'unknown'}`);
  const count = (licence: string | null) => shipped.filter((one) => one.licence === licence).length;
  const licences = [...new Set(shipped.map(({ licence }) => licence))].sort((a, b) => count(b) - count(a));
  console.log(licences.map((licence) => `${licence ?? 'unknown'} ${count(licence)}`).join(', '));
  const refused = shipped.filter(({ licence }) => licence === null || !isAllowed(licence));
  for (const { name, version, licence } of refused)
    console.log(
      `${name} ${version}: ${licence === null ? 'no licence declared' : `licence ${licence} isn’t allowed`}`,
    );
  console.log(`${shipped.length} packages checked, ${refused.length} without an allowed licence.`);
  return refused.length > 0 ? 1 : 0;
});
