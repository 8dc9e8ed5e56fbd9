import { boxesMeet, type Box } from '#shared/flow/box.ts';
import { viewOf, type CanvasFrame } from '../snap-rules.ts';
import type { PaintedCard, PaintedToken } from './painted-card.ts';

/** Lines that are painted in one colour, as one path in pixels at 100 %. */
export interface PaintedLines {
  readonly path: Path2D;
  readonly colour: PaintedToken;
}

export interface Painting {
  readonly cards: readonly PaintedCard[];
  readonly lines: readonly PaintedLines[];
}

export type PaintedColours = Readonly<Record<PaintedToken, string>>;

const letterPx = 6.2;
const aroundNamePx = 8;
/** Fewer letters than this say nothing. */
const leastLetters = 4;
const lineHeightPx = 12;
const dotPx = 2.5;
/** The thinnest line at any zoom. */
const leastLinePx = 0.6;

/** Paints what is in view of a flow, as its cards would be at this zoom. */
export function paintFlow(
  context: CanvasRenderingContext2D,
  { cards, lines }: Painting,
  frame: CanvasFrame,
  colours: PaintedColours,
  pixelRatio: number,
): void {
  const [x, y, zoom] = frame.transform;
  const view = viewOf(frame);
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, frame.width, frame.height);
  context.translate(x, y);
  context.scale(zoom, zoom);
  context.lineWidth = Math.max(1.5, leastLinePx / zoom);
  for (const { path, colour } of lines) {
    context.strokeStyle = colours[colour];
    context.stroke(path);
  }
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.font = "500 11px 'Inter Variable', sans-serif";
  context.textBaseline = 'middle';
  const place = ({ x: left, y: top, width, height }: Box): Box => ({
    x: left * zoom + x,
    y: top * zoom + y,
    width: width * zoom,
    height: height * zoom,
  });
  for (const card of cards) if (boxesMeet(card.box, view)) paintCard(context, card, place(card.box), colours);
}

function paintCard(
  context: CanvasRenderingContext2D,
  { border, dot, fill, marked, name, text }: PaintedCard,
  { height, width, x, y }: Box,
  colours: PaintedColours,
): void {
  // A box within a box, since its sides would be painted one by one.
  const edge = marked ? 1.5 : Math.min(1, height / 8);
  context.fillStyle = colours[border];
  context.fillRect(x, y, width, height);
  context.fillStyle = colours[fill];
  context.fillRect(x + edge, y + edge, width - 2 * edge, height - 2 * edge);
  const letters = Math.floor((width - aroundNamePx) / letterPx);
  if (letters >= leastLetters) {
    context.fillStyle = colours[text];
    nameLines(name, letters, Math.min(2, Math.floor((height - 2) / (lineHeightPx - 1)))).forEach((line, at) =>
      context.fillText(line, x + aroundNamePx / 2, y + (at + 0.5) * lineHeightPx + edge),
    );
  }
  if (dot === null) return;
  context.fillStyle = colours[dot];
  context.fillRect(x + width - 2 * dotPx - 1, y + 1, 2 * dotPx, 2 * dotPx);
}

/** A name in as many lines of so many letters as there is room for: in two where it can be broken between words. */
export function nameLines(name: string, letters: number, lines: number): readonly string[] {
  if (lines < 1) return [];
  const cut = name.length <= letters ? -1 : name.lastIndexOf(' ', letters);
  if (lines === 1 || cut < 1) return [shortened(name, letters)];
  return [name.slice(0, cut), shortened(name.slice(cut + 1), letters)];
}

function shortened(name: string, letters: number): string {
  return name.length <= letters ? name : `${name.slice(0, letters - 1).trimEnd()}…`;
}
