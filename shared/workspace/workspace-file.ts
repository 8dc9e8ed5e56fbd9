import { z } from 'zod';
import { workspaceIdSchema } from '../ids/ids.ts';
import { silencedRuleSchema } from '../lint/silenced-rule.ts';

/** `flowbench.json`, which makes a folder a workspace. */
export const workspaceFileSchema = z.strictObject({
  format: z.literal('flowbench.workspace'),
  version: z.literal(1),
  id: workspaceIdSchema,
  name: z.string().min(1),
  /** Rules of the linter that are told of nothing in this workspace; absent where there is none. */
  silenced: z.array(silencedRuleSchema).optional(),
});

export type WorkspaceFile = z.infer<typeof workspaceFileSchema>;
