import { contract, type ChannelName, type Handlers } from '#shared/ipc/contract.ts';
import { defectSentence, type Reply } from './reply.ts';
import { ShapeError } from './shape-error.ts';

/** Writes a defect to the log without secrets, and gives the number it is found under. */
export type ReportDefect = (where: string, error: unknown) => string;

/**
 * Answers one call of the page: parse what came, handle it, parse what goes back. Both ways are strict, so that a field
 * the contract does not name is refused on the way in and never leaves on the way out.
 */
export async function answerCall(
  handlers: Handlers,
  report: ReportDefect,
  name: ChannelName,
  input: unknown,
): Promise<Reply> {
  try {
    const { input: inputSchema, output: outputSchema } = contract[name];
    const given = inputSchema.safeParse(input);
    if (!given.success) throw new ShapeError('The input', given.error);
    // The map pairs each handler with its own channel's schema; a loop over it loses that pairing for the compiler.
    const handle = handlers[name] as (input: unknown) => unknown;
    const result = outputSchema.safeParse(await handle(given.data));
    if (!result.success) throw new ShapeError('The output', result.error);
    return { value: result.data };
  } catch (error) {
    return { error: defectSentence(report(name, error)) };
  }
}
