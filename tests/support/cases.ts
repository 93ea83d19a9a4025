import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LOCAL_HOME_TENANT } from '../../src/config';
import { findProjectRoot } from '../../src/shared/project-root';
import type { FakeConnector } from './fake-connector';

/** The folder of what people and clients really sent, from public reports. */
export const CASES = path.join(findProjectRoot(), 'tests/cases');

function readCase(file: string): string {
  return readFileSync(path.join(CASES, file), 'utf8');
}

/** An activity as Teams sent it, but addressed to this test's bot. */
export function readActivityCase(
  file: string,
  { serviceUrl }: Pick<FakeConnector, 'serviceUrl'>,
): Record<string, unknown> {
  const activity = readCase(file)
    .replaceAll('CONNECTOR_URL', serviceUrl)
    .replaceAll('HOME_TENANT', LOCAL_HOME_TENANT);
  return JSON.parse(activity) as Record<string, unknown>;
}

/** The messages of a file with one message per line. */
export function readLinesCase(file: string): string[] {
  return readCase(file)
    .split('\n')
    .filter((line) => line !== '');
}
