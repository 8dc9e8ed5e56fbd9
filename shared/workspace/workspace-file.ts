import { z } from 'zod';
import { workspaceIdSchema } from '../ids/ids.ts';

/** `flowbench.json`, which makes a folder a workspace. */
export const workspaceFileSchema = z.strictObject({
  format: z.literal('flowbench.workspace'),
  version: z.literal(1),
  id: workspaceIdSchema,
  name: z.string().min(1),
});

export type WorkspaceFile = z.infer<typeof workspaceFileSchema>;
