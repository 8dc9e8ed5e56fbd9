// Visits every part of a zod schema, for tests that hold all channels to a rule.
import type { z } from 'zod';

/** A schema met on the way down from a channel's input or output, with the path of keys that leads to it. */
export interface MetSchema {
  readonly path: readonly string[];
  readonly schema: z.ZodType;
}

interface AnyDefinition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly items?: readonly z.ZodType[];
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly rest?: z.ZodType | null;
  readonly left?: z.ZodType;
  readonly right?: z.ZodType;
  readonly getter?: () => z.ZodType;
}

/** The inner workings of a zod schema: its type and what it is made of (zod 4, `_zod.def`). */
export const definitionOf = (schema: z.ZodType): AnyDefinition => schema._zod.def;

/** Every schema inside a schema with the way to it, itself first; one that contains itself is met once on each way. */
export function walkSchema(
  schema: z.ZodType,
  path: readonly string[] = [],
  above: readonly z.ZodType[] = [],
): MetSchema[] {
  if (above.includes(schema)) return [];
  const below = partsOf(definitionOf(schema)).flatMap(([key, part]) =>
    walkSchema(part, key === '' ? path : [...path, key], [...above, schema]),
  );
  return [{ path, schema }, ...below];
}

function partsOf(definition: AnyDefinition): readonly (readonly [string, z.ZodType])[] {
  const {
    shape,
    catchall,
    options,
    items,
    element,
    innerType,
    keyType,
    valueType,
    rest,
    left,
    right,
    getter,
  } = definition;
  const unnamed = [
    ...(options ?? []),
    ...(items ?? []),
    element,
    innerType,
    keyType,
    valueType,
    rest,
    left,
    right,
    definition.in,
    definition.out,
    catchall,
    getter?.(),
  ].filter((part): part is z.ZodType => typeof part === 'object' && part !== null);
  return [...Object.entries(shape ?? {}), ...unnamed.map((part) => ['', part] as const)];
}
