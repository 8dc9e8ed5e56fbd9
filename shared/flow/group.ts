import { z } from 'zod';
import { groupIdSchema, nodeIdSchema } from '../ids/ids.ts';

/** The colours that a frame can have, by the name that people read. */
export const groupColours = ['grey', 'blue', 'green', 'amber', 'red', 'violet'] as const;

/** The sides that a frame can have, in canvas pixels at 100 %. */
export const groupSizes = {
  width: { min: 160, max: 100_000 },
  height: { min: 80, max: 100_000 },
} as const;

/**
 * A frame round nodes of a flow. The list says who is in it; the frame is at least as large as the file says and always
 * holds what is in it. A run knows nothing of groups.
 */
export const groupSchema = z.strictObject({
  id: groupIdSchema,
  name: z.string(),
  colour: z.enum(groupColours).default('grey'),
  position: z.strictObject({ x: z.number(), y: z.number() }),
  width: z.number().min(groupSizes.width.min).max(groupSizes.width.max),
  height: z.number().min(groupSizes.height.min).max(groupSizes.height.max),
  nodes: z.array(nodeIdSchema).default([]),
});

export type Group = z.infer<typeof groupSchema>;
export type GroupColour = Group['colour'];

const none: readonly Group[] = [];

/** The groups of a flow; none where the file has no word of them. */
export function groupsOf({ groups }: { readonly groups?: readonly Group[] | undefined }): readonly Group[] {
  return groups ?? none;
}

/** The group of each node that is in one. Files written by hand may name a node twice: the first group has it. */
export function groupByNode(flow: {
  readonly groups?: readonly Group[] | undefined;
}): ReadonlyMap<string, Group> {
  const byNode = new Map<string, Group>();
  for (const group of groupsOf(flow))
    for (const node of group.nodes) if (!byNode.has(node)) byNode.set(node, group);
  return byNode;
}
