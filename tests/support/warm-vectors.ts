import path from 'node:path';
import { findProjectRoot } from '../../src/shared/project-root';

/** The vectors of the content, computed once and shared by all that runs here. */
export const WARM_VECTORS = path.join(findProjectRoot(), '.data', 'vectors');
