import { z } from 'zod';
import { flowIdSchema, nodeIdSchema } from '../ids/ids.ts';
import { silencedRuleSchema } from '../lint/silenced-rule.ts';
import { nodeSchema } from '../nodes/node.ts';
import { groupSchema } from './group.ts';

/** From one node's exit to another node. An exit has one connection at most. */
export const connectionSchema = z.strictObject({
  from: z.strictObject({ node: nodeIdSchema, exit: z.string().min(1) }),
  to: nodeIdSchema,
});

/** A flow document (`flows/*.json`): a directed graph of nodes that describes one conversation. */
export const flowSchema = z.strictObject({
  format: z.literal('flowbench.flow'),
  version: z.literal(1),
  id: flowIdSchema,
  name: z.string().min(1),
  strict: z.boolean().default(false),
  errorNode: nodeIdSchema.nullable().default(null),
  nodes: z.array(nodeSchema).default([]),
  connections: z.array(connectionSchema).default([]),
  /** Frames on the canvas. Absent where nobody has made one, so that files from before there were any stay as they are. */
  groups: z.array(groupSchema).optional(),
  /** Rules of the linter that are told no more of the flow as a whole. */
  silenced: z.array(silencedRuleSchema).optional(),
});

export type Connection = z.infer<typeof connectionSchema>;
export type Flow = z.infer<typeof flowSchema>;
