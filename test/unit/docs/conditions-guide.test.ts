// The guide of conditions has the operators that the registry has, with examples that the tests run.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { conditionOperators } from '#shared/condition/operator-registry.ts';
import { operatorTables } from '../../support/operator-guide.ts';

const file = path.resolve(import.meta.dirname, '../../../docs/guides/conditions.md');
const [begin, end] = ['<!-- operators -->\n\n', '\n<!-- end of operators -->'];

it('lists every operator as the registry has it', async () => {
  const guide = readFileSync(file, 'utf8');
  const shown = guide.slice(guide.indexOf(begin) + begin.length, guide.indexOf(end));
  expect(shown).toBe(await operatorTables(conditionOperators));
});
