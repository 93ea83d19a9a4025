import path from 'node:path';
import { findProjectRoot } from '../../src/shared/project-root';

/** Vectors that aren't in the repository, for example of edited content. Computed once for all tests. */
export const WARM_VECTORS = path.join(findProjectRoot(), '.data', 'vectors');
