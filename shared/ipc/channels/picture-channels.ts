import { z } from 'zod';
import { channel, outcomeSchema } from '../channel.ts';

const pictureFailure = z.strictObject({
  code: z.enum(['cancelled', 'holds-secret', 'not-written', 'no-picture']),
  /** One sentence for people. */
  message: z.string(),
});

/** Every text that the picture shows, uncut: a picture that holds a secret is not made. */
const texts = z.array(z.string().max(1_000_000)).max(200_000);
const png = z.string().max(200_000_000);

/** What the page asks of the main process with pictures that it has drawn. */
export const pictureChannels = {
  /** Saves a picture to a file that the person picks; its name is the answer. A PNG comes in base64. */
  'picture.save': channel(
    z.strictObject({
      suggestedName: z.string().max(500),
      content: z.discriminatedUnion('format', [
        z.strictObject({ format: z.literal('svg'), svg: z.string().max(100_000_000) }),
        z.strictObject({ format: z.literal('png'), png }),
      ]),
      texts,
    }),
    outcomeSchema(z.strictObject({ name: z.string() }), pictureFailure),
  ),
  /** Puts a PNG on the clipboard. */
  'picture.copy': channel(z.strictObject({ png, texts }), outcomeSchema(z.null(), pictureFailure)),
};
