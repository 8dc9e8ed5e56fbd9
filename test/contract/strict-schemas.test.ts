// A field too many must be noticed at the boundary, so no schema that crosses it may have a loose part.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract, eventContract } from '#shared/ipc/contract.ts';
import { definitionOf, walkSchema } from '../support/walk-schema.ts';

/** What can be read from start to end without a surprise: no schema that lets anything through, and none that computes. */
const knownTypes = [
  ...['array', 'boolean', 'default', 'enum', 'literal', 'never', 'null', 'nullable', 'number', 'object'],
  ...['optional', 'prefault', 'record', 'string', 'tuple', 'union', 'lazy', 'readonly', 'nonoptional'],
];

const crossing = [
  ...Object.entries(contract).flatMap(([name, { input, output }]) => [
    [`${name} in`, input] as const,
    [`${name} out`, output] as const,
  ]),
  ...Object.entries(eventContract).map(([name, schema]) => [`${name} event`, schema] as const),
];

describe('every schema that crosses the boundary', () => {
  it.each(crossing)('%s refuses keys that it does not name, at every depth', (_name, schema) => {
    const loose = walkSchema(schema as z.ZodType).filter(({ schema: met }) => {
      const { type, catchall } = definitionOf(met);
      return type === 'object' && (catchall === undefined || definitionOf(catchall).type !== 'never');
    });
    expect(loose.map(({ path }) => path.join('.'))).toEqual([]);
  });

  it.each(crossing)('%s has no part that lets anything through', (_name, schema) => {
    const surprising = walkSchema(schema as z.ZodType).filter(
      ({ schema: met }) => !knownTypes.includes(definitionOf(met).type),
    );
    expect(surprising.map(({ path, schema: met }) => `${path.join('.')}: ${definitionOf(met).type}`)).toEqual(
      [],
    );
  });
});

describe('the walk itself', () => {
  it('finds a loose object and an open door, however deep', () => {
    const bad = z.strictObject({
      list: z.array(z.union([z.null(), z.object({ open: z.any() })])).optional(),
    });
    const met = walkSchema(bad);
    expect(
      met.some(({ schema, path }) => path.join('.') === 'list.open' && definitionOf(schema).type === 'any'),
    ).toBe(true);
    expect(
      met.filter(
        ({ schema }) => definitionOf(schema).type === 'object' && definitionOf(schema).catchall === undefined,
      ),
    ).toHaveLength(1);
  });
});
