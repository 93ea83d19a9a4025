/** `npm run licences [-- --list]`: the licences of all that ships. Exit code 1 when one is not allowed, or not known. */
import { isAllowed, licenceOf } from './licences/allowed';
import { listShipped } from './licences/shipped';
import { readArguments } from './read-arguments';
import { runProgram } from './run-program';

runProgram('npm run licences [-- --list]', ({ args, root }) => {
  const { flags } = readArguments(args, ['list'], 0);
  const shipped = listShipped(root).map((one) => ({ ...one, licence: licenceOf(one) }));
  if (flags.list)
    for (const { name, version, licence } of shipped)
      console.log(`${name} ${version}: ${licence ?? 'unknown'}`);
  const count = (licence: string | null) => shipped.filter((one) => one.licence === licence).length;
  const licences = [...new Set(shipped.map(({ licence }) => licence))].sort((a, b) => count(b) - count(a));
  console.log(licences.map((licence) => `${licence ?? 'unknown'} ${count(licence)}`).join(', '));
  const refused = shipped.filter(({ licence }) => licence === null || !isAllowed(licence));
  for (const { name, version, licence } of refused)
    console.log(`${name} ${version}: ${licence ?? 'no licence is declared'} is not allowed`);
  console.log(
    `${shipped.length} packages ship, ${refused.length} of them under a licence that is not allowed.`,
  );
  return refused.length > 0 ? 1 : 0;
});
