import type { NodeKind } from '#shared/nodes/node.ts';

/** The colours of a picture, by the name of the token that the window reads. */
export const pictureTokens = [
  'surface-1',
  'surface-2',
  'border-1',
  'border-2',
  'text-1',
  'text-2',
  'text-3',
  'edge',
  'expr',
  'env-grey',
  'env-blue',
  'env-green',
  'env-amber',
  'env-red',
  'env-violet',
] as const;

export type PictureToken = (typeof pictureTokens)[number];

/** How wide a text is in a font, in pixels. */
export type Measure = (text: string, font: PictureFont) => number;

export interface PictureFont {
  readonly family: 'ui' | 'mono';
  readonly sizePx: number;
  readonly weight: 400 | 500;
}

/** Everything that a picture takes from the window, so that what draws it knows no page. */
export interface PictureLook {
  readonly colours: Readonly<Record<PictureToken, string>>;
  /** What is in the drawing of each kind's icon, on a grid of 24. */
  readonly icons: Readonly<Record<NodeKind | 'group', string>>;
  readonly measure: Measure;
  /** Rules that bring the fonts along; empty where they are at hand. */
  readonly fontFaces: string;
}

/** The families with what stands in for them where a picture is opened in a program that reads no fonts out of pictures. */
export const familyNames: Readonly<Record<PictureFont['family'], string>> = {
  ui: "'Flowbench UI', Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
  mono: "'Flowbench Mono', 'JetBrains Mono', Menlo, Consolas, 'Courier New', monospace",
};
