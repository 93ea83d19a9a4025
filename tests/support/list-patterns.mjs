/** Prints the patterns that compiled files (the arguments) build when they load, as JSON: [file, source, flags]. */
import { createRequire } from 'node:module';
import { sep } from 'node:path';

const require = createRequire(import.meta.url);
const found = [];
let loading = '';
globalThis.RegExp = new Proxy(RegExp, {
  construct(target, parts) {
    const pattern = new target(...parts);
    found.push([loading, pattern.source, pattern.flags]);
    return pattern;
  },
});
for (loading of process.argv.slice(2)) {
  // A file that another one has already loaded would build nothing.
  for (const name of Object.keys(require.cache))
    if (!name.includes(`${sep}node_modules${sep}`)) delete require.cache[name];
  require(loading);
}
process.stdout.write(JSON.stringify(found));
