import path from 'node:path';
import { findProjectRoot } from '../../src/shared/project-root';

/** Vectors that the repository doesn't hold, such as those of content being edited: computed once for all tests. */
export const WARM_VECTORS = path.join(findProjectRoot(), '.data', 'vectors');
