import { z } from 'zod';
import {
  endpointIdSchema,
  environmentIdSchema,
  flowIdSchema,
  nodeIdSchema,
  runIdSchema,
} from '../../ids/ids.ts';
import { apiCallConfigSchema, httpMethods } from '../../nodes/api-call-node.ts';
import { maskedRequestSchema } from '../../request/masked-request.ts';
import { breakpointsSchema } from '../../debugger/breakpoint.ts';
import { personaSchema } from '../../settings/persona.ts';
import { channel, nothing, outcomeSchema } from '../channel.ts';
import { runFailureSchema } from './run-failure.ts';
import { runSurroundings } from './run-surroundings.ts';

const environment = environmentIdSchema.nullable();

/** Texts for inputs of a flow or for variables of a single call, by name; read as JSON or text by the declared type. */
const givenValuesSchema = z.record(z.string(), z.string());

const previewFailureSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  wayOn: z.string().nullable(),
  field: z.string().nullable(),
  line: z.number().nullable(),
  column: z.number().nullable(),
});

export const runChannels = {
  /** Starts a run of a saved flow; what happens arrives as `run.events`. */
  'run.start': channel(
    z.strictObject({
      flowId: flowIdSchema,
      ...runSurroundings,
      inputs: givenValuesSchema,
      /** Absent, the run is a plain one, which passes breakpoints. */
      debug: z
        .strictObject({
          breakpoints: breakpointsSchema,
          pauseAtStart: z.boolean(),
          /** A node to stand still before, as soon as the run comes there. */
          runTo: nodeIdSchema.optional(),
        })
        .optional(),
      /** A node to begin at in place of the Start, and texts for the variables that it and what follows read. */
      from: z.strictObject({ nodeId: nodeIdSchema, variables: givenValuesSchema }).optional(),
    }),
    outcomeSchema(z.strictObject({ runId: runIdSchema }), runFailureSchema),
  ),
  /** Answers the prompt that the run waits at. */
  'run.answer': channel(
    z.strictObject({ runId: runIdSchema, text: z.string().max(100_000) }),
    outcomeSchema(z.null(), runFailureSchema),
  ),
  'run.cancel': channel(z.strictObject({ runId: runIdSchema }), nothing),
  /** Sends one request through a saved endpoint: a run of a single call, whose events arrive as `run.events`. */
  'call.test-endpoint': channel(
    z.strictObject({
      endpointId: endpointIdSchema,
      environmentId: environment,
      method: z.enum(httpMethods),
      path: z.string(),
    }),
    outcomeSchema(z.strictObject({ runId: runIdSchema }), runFailureSchema),
  ),
  /** Sends the request of one API Call alone, with texts for the variables it reads. */
  'call.try': channel(
    z.strictObject({
      flowId: flowIdSchema,
      nodeId: nodeIdSchema,
      ...runSurroundings,
      variables: givenValuesSchema,
    }),
    outcomeSchema(z.strictObject({ runId: runIdSchema }), runFailureSchema),
  ),
  /** The request as it would be sent, secrets masked, nothing sent. */
  'call.preview': channel(
    z.strictObject({
      flowId: flowIdSchema,
      config: apiCallConfigSchema,
      environmentId: environment,
      variables: givenValuesSchema,
      persona: personaSchema.optional(),
    }),
    outcomeSchema(maskedRequestSchema, previewFailureSchema),
  ),
  /** A range of a body: UTF-8 text for text and JSON, base64 for binary; offsets and lengths in bytes. */
  'body.read': channel(
    z.strictObject({
      runId: runIdSchema,
      handle: z.string(),
      offset: z.number().int().min(0),
      length: z.number().int().min(1).max(1_048_576),
    }),
    outcomeSchema(
      z.strictObject({ base64: z.string(), nextOffset: z.number().nullable(), sizeBytes: z.number() }),
      z.strictObject({ code: z.enum(['gone', 'unreadable']), message: z.string() }),
    ),
  ),
  /** Saves a whole body to a file that the person picks. */
  'body.save': channel(
    z.strictObject({ runId: runIdSchema, handle: z.string(), suggestedName: z.string() }),
    outcomeSchema(
      z.null(),
      z.strictObject({ code: z.enum(['gone', 'cancelled', 'not-written']), message: z.string() }),
    ),
  ),
};

export type { RunFailure } from './run-failure.ts';
export type PreviewFailure = z.infer<typeof previewFailureSchema>;
