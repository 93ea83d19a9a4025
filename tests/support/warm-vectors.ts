import path from 'node:path';
import { findProjectRoot } from '../../src/shared/project-root';

/**
 * The folder of vectors that aren't in the repository, for example of edited content. They're computed once for all
 * tests.
 */
export const WARM_VECTORS = path.join(findProjectRoot(), '.data', 'vectors');
