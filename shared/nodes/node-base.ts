import { z } from 'zod';
import { nodeIdSchema } from '../ids/ids.ts';
import { silencedRuleSchema } from '../lint/silenced-rule.ts';

/** What every node has, whatever its kind. The position is in canvas pixels at 100 %. */
export const nodeBase = {
  id: nodeIdSchema,
  name: z.string(),
  position: z.strictObject({ x: z.number(), y: z.number() }),
  /** Rules of the linter that are told of it no more. */
  silenced: z.array(silencedRuleSchema).optional(),
};
