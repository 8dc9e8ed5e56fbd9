import { z } from 'zod';
import { flowIdSchema } from '../ids/ids.ts';
import { nodeBase } from './node-base.ts';

/** What an input of the other flow is given: a template over the variables of this flow. Empty text gives nothing. */
export const givenInputSchema = z.strictObject({ name: z.string(), value: z.string().default('') });

/** What is taken from the other flow when it has ended: a template over its variables, and the variable here that keeps it. */
export const takenOutputSchema = z.strictObject({ variable: z.string(), value: z.string().default('') });

/** How deep flows may run in each other, whatever their nodes allow. */
export const deepestFlows = 100;

/** Runs another flow, which has variables of its own: values go in as its inputs and come back as outputs. */
export const subFlowNodeSchema = z.strictObject({
  kind: z.literal('sub-flow'),
  ...nodeBase,
  config: z.strictObject({
    /** `null` until one is chosen. */
    flow: flowIdSchema.nullable().default(null),
    inputs: z.array(givenInputSchema).default([]),
    outputs: z.array(takenOutputSchema).default([]),
    /** The variable that keeps the result of the other flow's End; empty where nobody wants it. */
    resultVariable: z.string().default(''),
    /** The variable that keeps in a sentence why the node was left by `failed`; empty where nobody wants it. */
    reasonVariable: z.string().default(''),
    /** How often the other flow may be under way at once, in itself. */
    recursionLimit: z.number().int().min(1).max(deepestFlows).default(10),
  }),
});

export type SubFlowNode = z.infer<typeof subFlowNodeSchema>;
export type SubFlowConfig = SubFlowNode['config'];
export type TakenOutput = z.infer<typeof takenOutputSchema>;

/** The names that a run stores under where the other flow has ended. */
export function outputVariables({ outputs, resultVariable }: SubFlowConfig): readonly string[] {
  return [...outputs.map(({ variable }) => variable), ...named(resultVariable)];
}

/** The name that a run stores under where the node is left by `failed`. */
export function reasonVariables({ reasonVariable }: SubFlowConfig): readonly string[] {
  return named(reasonVariable);
}

const named = (name: string): readonly string[] => (name === '' ? [] : [name]);
