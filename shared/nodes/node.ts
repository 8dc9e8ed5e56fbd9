import { z } from 'zod';
import { apiCallNodeSchema } from './api-call-node.ts';
import { conditionNodeSchema } from './condition-node.ts';
import { endNodeSchema } from './end-node.ts';
import { loopNodeSchema } from './loop-node.ts';
import { messageNodeSchema } from './message-node.ts';
import { noteNodeSchema } from './note-node.ts';
import { promptNodeSchema } from './prompt-node.ts';
import { setVariablesNodeSchema } from './set-variables-node.ts';
import { startNodeSchema } from './start-node.ts';
import { waitNodeSchema } from './wait-node.ts';

/** One step of a flow, told apart by its kind. A new kind is added here, and everything that forgets it fails to compile. */
export const nodeSchema = z.discriminatedUnion('kind', [
  startNodeSchema,
  messageNodeSchema,
  promptNodeSchema,
  conditionNodeSchema,
  setVariablesNodeSchema,
  apiCallNodeSchema,
  loopNodeSchema,
  waitNodeSchema,
  endNodeSchema,
  noteNodeSchema,
]);

export type FlowNode = z.infer<typeof nodeSchema>;
export type NodeKind = FlowNode['kind'];
export type NodeOf<Kind extends NodeKind> = Extract<FlowNode, { kind: Kind }>;

export const nodeKinds = [
  'start',
  'message',
  'prompt',
  'condition',
  'set-variables',
  'api-call',
  'loop',
  'wait',
  'end',
  'note',
] as const satisfies readonly NodeKind[];

/** The word for a kind in the window (SEMANTICS, Words). */
export const nodeKindTitles: Readonly<Record<NodeKind, string>> = {
  start: 'Start',
  message: 'Message',
  prompt: 'Prompt',
  condition: 'Condition',
  'set-variables': 'Set Variables',
  'api-call': 'API Call',
  loop: 'Loop',
  wait: 'Wait',
  end: 'End',
  note: 'Note',
};
