import { z } from 'zod';
import { nodeBase } from './node-base.ts';

/** The sizes that a note can have, in canvas pixels at 100 %. */
export const noteSizes = {
  width: { min: 96, max: 1200, usual: 200 },
  height: { min: 48, max: 1200, usual: 96 },
} as const;

/** A comment on the canvas. A run never comes to it, and nothing of it is a template. */
export const noteNodeSchema = z.strictObject({
  kind: z.literal('note'),
  ...nodeBase,
  config: z.strictObject({
    text: z.string().default(''),
    width: size(noteSizes.width),
    height: size(noteSizes.height),
  }),
});

export type NoteNode = z.infer<typeof noteNodeSchema>;

/** What a note is called where there is one line for it: its first line, and its name where it has no text. */
export function noteTitle({ name, config }: Pick<NoteNode, 'name' | 'config'>): string {
  return (
    config.text
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? name
  );
}

/** A size for a note, as near to the wanted one as it can have. */
export function fittingNoteSize(wanted: { readonly width: number; readonly height: number }): {
  readonly width: number;
  readonly height: number;
} {
  const fit = (px: number, { min, max }: { readonly min: number; readonly max: number }) =>
    Math.min(max, Math.max(min, Math.round(px)));
  return { width: fit(wanted.width, noteSizes.width), height: fit(wanted.height, noteSizes.height) };
}

function size({ min, max, usual }: { readonly min: number; readonly max: number; readonly usual: number }) {
  return z.number().int().min(min).max(max).default(usual);
}
