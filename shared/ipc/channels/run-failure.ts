import { z } from 'zod';

/** Why a run did not start, or did not do what it was told. */
export const runFailureSchema = z.strictObject({
  code: z.enum([
    'flow-missing',
    'start-missing',
    'node-missing',
    'input-missing',
    'input-invalid',
    'endpoint-missing',
    'not-running',
    'not-paused',
    'past-gone',
    'edit-refused',
  ]),
  message: z.string(),
  /** The input or field the message is about, where there is one. */
  field: z.string().nullable(),
});

export type RunFailure = z.infer<typeof runFailureSchema>;
