/** `npm run licences [-- --list]`: the licences of all that ships. Exit code 1 when one is not allowed, or not known. */
import { findProjectRoot } from '../shared/project-root';
import { isAllowed, licenceOf } from './licences/allowed';
import { listShipped } from './licences/shipped';

function main(args: readonly string[]): void {
  const shipped = listShipped(findProjectRoot()).map((one) => ({ ...one, licence: licenceOf(one) }));
  if (args.includes('--list'))
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
  process.exitCode = refused.length > 0 ? 1 : 0;
}

main(process.argv.slice(2));
