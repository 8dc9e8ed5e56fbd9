import { z } from 'zod';
import { channel, nothing, outcomeSchema } from '../channel.ts';

/** What the page may ask about the log that a person attaches to a report: what it says, and that it be saved. */
export const reportChannels = {
  /** The text as it would be saved: scrubbed in the main process, which keeps it until it is saved. */
  'report.read': channel(nothing, z.strictObject({ text: z.string().max(1_000_000) })),
  /** Saves the text that was read last in a file that the person names. */
  'report.save': channel(
    nothing,
    outcomeSchema(
      z.strictObject({ file: z.string() }),
      z.strictObject({ code: z.enum(['cancelled', 'not-written']), message: z.string() }),
    ),
  ),
  /** Notes a defect of the page in the log. */
  'report.add': channel(
    z.strictObject({ message: z.string().max(2000), stack: z.string().max(8000) }),
    nothing,
  ),
};
