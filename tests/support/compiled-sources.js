/**
 * Runs what `npm run build` compiled in place of the TypeScript sources, outside of jest's sandbox. Inside it each
 * suite would load every module anew, and each use of a global like `Math` costs a lookup that makes hot loops twenty
 * times slower.
 */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const path = require('node:path');

module.exports = {
  /** Jest keys its cache by the source alone otherwise, and would go on with what an older version of this file made. */
  getCacheKey(_source, file) {
    return createHash('sha256').update(file).update(readFileSync(__filename)).digest('hex');
  },
  process(_source, file, { config }) {
    const compiled = path
      .join(config.rootDir, 'dist', path.relative(config.rootDir, file))
      .replace(/\.ts$/, '.js');
    return { code: `module.exports = (globalThis.requireCompiled ?? require)(${JSON.stringify(compiled)});` };
  },
};
