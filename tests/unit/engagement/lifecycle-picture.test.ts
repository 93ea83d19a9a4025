import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { drawLifecycle } from '../../support/lifecycle-picture';

it('the README’s diagram of a request’s life matches the table in the code', () => {
  const readme = readFileSync(path.join(__dirname, '../../../README.md'), 'utf8');
  expect(readme).toContain(`\`\`\`mermaid\n${drawLifecycle()}\n\`\`\``);
});
