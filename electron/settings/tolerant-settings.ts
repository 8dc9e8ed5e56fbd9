import type { z } from 'zod';
import { parseTolerantly } from '#shared/workspace/parse-tolerantly.ts';

/**
 * Settings as far as they can be read: each one that is missing or wrong takes its default, and the others hold. A newer
 * or a mistaken entry must cost a person one setting, not all of them.
 */
export function tolerantSettings<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  stored: Readonly<Record<string, unknown>>,
): z.infer<z.ZodObject<Shape>> {
  const readable = Object.entries(schema.shape).flatMap(([key, each]) => {
    const parsed = parseTolerantly(each as z.ZodType, structuredClone(stored[key]));
    return parsed.ok && stored[key] !== undefined ? [[key, parsed.value] as const] : [];
  });
  return schema.parse(Object.fromEntries(readable));
}
