/**
 * Runs the output of `npm run build` instead of the TypeScript sources, outside jest's sandbox. Inside the sandbox,
 * each suite would load every module again, and each use of a global like `Math` costs a lookup that makes hot loops
 * twenty times slower.
 */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const path = require('node:path');

module.exports = {
  /**
   * Otherwise jest's cache key is the source alone, and jest would keep using the output of an older version of this
   * file.
   */
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
