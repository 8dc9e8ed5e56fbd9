import { z } from 'zod';

/** One request channel: what goes in, and what comes out. Both are parsed in the main process, strictly. */
export interface Channel<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly input: Input;
  readonly output: Output;
}

/** Declares a channel; a channel without input takes `null`. */
export function channel<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Channel<Input, Output> {
  return { input, output };
}

/** The input of a channel that needs none. */
export const nothing = z.null();

/** The schema of an `Outcome`, so that expected failures cross the boundary as values. */
export function outcomeSchema<Value extends z.ZodType, Failure extends z.ZodType>(
  value: Value,
  failure: Failure,
) {
  return z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), failure }),
  ]);
}
