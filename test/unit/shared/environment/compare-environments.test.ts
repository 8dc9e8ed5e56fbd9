// The table that shows environments side by side, and what typing into one of its cells does.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEnvironments, withoutName, withText } from '#shared/environment/compare-environments.ts';
import { heldValues } from '#shared/environment/environment-layers.ts';
import { environmentSchema, type Environment } from '#shared/environment/environment.ts';
import { anyEnvironment } from '../../../support/any-document.ts';
import { runs } from '../../../support/runs.ts';

const environment = (name: string, values: readonly object[], more: object = {}): Environment =>
  environmentSchema.parse({
    format: 'flowbench.environment',
    version: 1,
    id: `en_${name.padEnd(12, 'a').slice(0, 12)}`,
    name,
    values,
    ...more,
  });
const defaults = environment('defaults', [{ name: 'host', value: 'shop.example' }], { defaults: true });
const local = environment('local', [{ name: 'key', secret: 'sl_aaaaaaaaaaaa' }]);
const live = environment('live', [
  { name: 'host', value: 'live.example' },
  { name: 'off', value: 'x', enabled: false },
  { name: '9 lives', value: 'x' },
]);

describe('environments side by side', () => {
  it('have each name once, and say of each cell whose its value is', () => {
    const kinds = compareEnvironments([defaults, local, live]).map(({ cells, name }) => [
      name,
      ...cells.map((cell) => (cell.kind === 'own' && cell.overrides ? 'overrides' : cell.kind)),
    ]);
    expect(kinds).toEqual([
      ['host', 'own', 'inherited', 'overrides'],
      ['key', 'missing', 'own', 'missing'],
      ['off', 'missing', 'missing', 'missing'],
    ]);
  });

  it('show the values that hold in each of them, whatever they are', () => {
    fc.assert(
      fc.property(anyEnvironment, anyEnvironment, (one, other) => {
        const behind: Environment = { ...one, defaults: true };
        const active = { ...other, defaults: undefined } as unknown as Environment;
        const held = heldValues({ active, defaults: behind });
        for (const { cells, name } of compareEnvironments([behind, active])) {
          const cell = cells[1];
          expect(cell?.kind === 'missing' ? undefined : cell?.value).toEqual(held.get(name)?.value);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('a text that is typed into a cell', () => {
  it('changes the row, switches one on that is off, and adds one that is not there', () => {
    expect(withText(live, 'host', 'new').values[0]).toEqual({ name: 'host', value: 'new', enabled: true });
    expect(withText(live, 'off', 'y').values[1]).toEqual({ name: 'off', value: 'y', enabled: true });
    expect(withText(live, 'region', 'eu').values.at(-1)).toEqual({
      name: 'region',
      value: 'eu',
      enabled: true,
    });
  });

  it('changes nothing where it is the same, and never takes the place of a secret', () => {
    expect(withText(live, 'host', 'live.example')).toBe(live);
    expect(withText(local, 'key', 'in plain sight')).toBe(local);
  });

  it('is gone with its name', () => {
    expect(withoutName(live, 'host').values.map(({ name }) => name)).toEqual(['off', '9 lives']);
    expect(withoutName(live, 'nothing')).toBe(live);
  });
});
