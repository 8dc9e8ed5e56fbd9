import { boxAround, type Box } from '#shared/flow/box.ts';
import { arrowPath } from '../connection-path.ts';
import type { CanvasItem, CanvasLine } from '../canvas-model.ts';
import { cardPicture, groupPicture } from './picture-card.ts';
import type { PictureLook } from './picture-look.ts';
import { escaped } from './picture-text.ts';

/** What is to be drawn: what the canvas shows, or a part of it. */
export interface PictureParts {
  readonly title: string;
  readonly items: readonly CanvasItem[];
  readonly lines: readonly CanvasLine[];
}

export interface FlowPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const marginPx = 24;

/** A flow as a drawing of its own: shapes and text that any program can open, edit and search, and nothing of the page. */
export function flowPicture({ items, lines, title }: PictureParts, look: PictureLook): FlowPicture {
  const { height, width, x, y } = extent(items);
  const style = look.fontFaces === '' ? '' : `<style>${look.fontFaces}</style>`;
  const frames = items.filter((item) => item.type === 'group' && !item.data.collapsed);
  const notes = items.filter((item) => item.type === 'card' && item.data.node.kind === 'note');
  const under = new Set<CanvasItem>([...frames, ...notes]);
  const cards = items.filter((item) => !under.has(item));
  const drawn = [
    ...[...frames, ...notes].map((item) => itemPicture(item, look)),
    ...lines.map((line) => linePicture(line, look)),
    ...cards.map((item) => itemPicture(item, look)),
  ];
  const size = `width="${String(width)}" height="${String(height)}" viewBox="${[x, y, width, height].join(' ')}"`;
  const ground = `<rect x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(height)}" fill="${look.colours['surface-1']}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><title>${escaped(title)}</title>${style}${ground}\n${drawn.join('\n')}\n</svg>\n`;
  return { svg, width, height };
}

function itemPicture(item: CanvasItem, look: PictureLook): string {
  return item.type === 'group' ? groupPicture(item, look) : cardPicture(item, look);
}

function linePicture({ data, id }: CanvasLine, { colours }: PictureLook): string {
  if (data === undefined) return '';
  const { direction, path, tip } = data;
  const arrow = `<path d="${arrowPath(tip, direction)}" fill="${colours.edge}"/>`;
  return `<g data-line-id="${escaped(id)}"><path d="${path}" fill="none" stroke="${colours.edge}" stroke-width="1.5"/>${arrow}</g>`;
}

const nothing: Box = { x: 0, y: 0, width: 0, height: 0 };

/** Whole pixels round all cards and frames, with a margin in which the lines that go round them have room; of nothing the margin is left. */
function extent(items: readonly CanvasItem[]): Box {
  const boxes = items.map(({ height = 0, position, width = 0 }) => ({ ...position, width, height }));
  const box = boxAround(boxes) ?? nothing;
  const x = Math.floor(box.x) - marginPx;
  const y = Math.floor(box.y) - marginPx;
  return {
    x,
    y,
    width: Math.ceil(box.x + box.width) + marginPx - x,
    height: Math.ceil(box.y + box.height) + marginPx - y,
  };
}

/** How a picture is called that is saved for the first time. */
export function pictureName(title: string, format: 'svg' | 'png'): string {
  const stem = title.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, '-').trim();
  return `${stem === '' ? 'flow' : stem}.${format}`;
}

/** The whole of the width and height of a PNG at a scale. */
export function pngSize({ height, width }: Pick<FlowPicture, 'width' | 'height'>, scale: number) {
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** More than this no canvas can hold. */
const longestSidePx = 16_384;
const mostPixels = 134_000_000;

export function fitsPng(picture: Pick<FlowPicture, 'width' | 'height'>, scale: number): boolean {
  const { width, height } = pngSize(picture, scale);
  return Math.max(width, height) <= longestSidePx && width * height <= mostPixels;
}
