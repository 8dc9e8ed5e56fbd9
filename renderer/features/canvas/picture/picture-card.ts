import { nodeSummary } from '#shared/flow/node-summary.ts';
import { groupBarPx } from '#shared/flow/group-frame.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import type { CanvasNode, GroupNode } from '../canvas-model.ts';
import { sumsInWords } from '../groups/group-sums.ts';
import { exitRowPx, hasLoneExit, headPx, isPill } from '../node-size.ts';
import type { PictureLook } from './picture-look.ts';
import {
  codeFont,
  escaped,
  fitted,
  nameFont,
  plainFont,
  rounded,
  smallFont,
  textElement,
  wrapped,
} from './picture-text.ts';

const iconPx = 16;
const paddingPx = 10;
const linePx = 16;

/** The card of a node as elements of SVG, at its place. */
export function cardPicture(
  { data, height = 0, position, width = 0 }: CanvasNode,
  look: PictureLook,
): string {
  const { node } = data;
  const inside =
    node.kind === 'note'
      ? notePicture(node.config.text, width, height, look)
      : stepPicture(data, width, height, look);
  return group(node.name, `data-node-id="${node.id}"`, position, inside);
}

/** A frame, or the card of a collapsed group. */
export function groupPicture(
  { data, height = 0, position, width = 0 }: GroupNode,
  look: PictureLook,
): string {
  const colour = look.colours[`env-${data.colour}`];
  const bar = data.collapsed ? headPx : groupBarPx;
  const name = fitted(
    data.name,
    width - 40 - (data.collapsed ? 0 : 24),
    { ...nameFont, sizePx: 12 },
    look.measure,
  );
  const body = data.collapsed
    ? rect(width, height, 8, look.colours['surface-2'], colour) +
      textElement(fitted(sumsInWords(data.sums), width - 44, smallFont, look.measure), {
        x: 32,
        y: headPx + linePx / 2,
        font: smallFont,
        fill: look.colours['text-2'],
      })
    : rect(width, height, 8, colour, colour, 0.07);
  const label = textElement(name, {
    x: 32,
    y: bar / 2,
    font: { ...nameFont, sizePx: 12 },
    fill: look.colours['text-1'],
  });
  return group(
    data.name,
    `data-group-id="${data.id}"`,
    position,
    body + icon('group', 8, bar / 2 - 8, look) + label,
  );
}

function stepPicture(data: CanvasNode['data'], width: number, height: number, look: PictureLook): string {
  const { node } = data;
  const pill = isPill(node.kind);
  const head = pill ? height : headPx;
  const left = pill ? 12 : paddingPx;
  const name = textElement(fitted(node.name, width - left - iconPx - 18, nameFont, look.measure), {
    x: left + iconPx + 8,
    y: head / 2,
    font: nameFont,
    fill: look.colours['text-1'],
  });
  const outline = rect(
    width,
    height,
    pill ? height / 2 : 8,
    look.colours['surface-2'],
    look.colours['border-2'],
  );
  const rest = pill ? '' : summaryPicture(data, width, look) + exitsPicture(data, width, height, look);
  return (
    outline +
    icon(node.kind, left, head / 2 - iconPx / 2, look) +
    name +
    rest +
    lonePort(node, width, height, data.leavesBelow, look)
  );
}

function summaryPicture(data: CanvasNode['data'], width: number, look: PictureLook): string {
  const room = width - 2 * paddingPx;
  const lines = summaryLines(data, room, look);
  return lines
    .map(({ code, text }, at) =>
      textElement(text, {
        x: paddingPx,
        y: headPx + linePx * at + linePx / 2,
        font: code ? codeFont : plainFont,
        fill: look.colours['text-2'],
      }),
    )
    .join('');
}

interface SummaryLine {
  readonly text: string;
  readonly code: boolean;
}

function summaryLines(
  { needsName, node }: CanvasNode['data'],
  room: number,
  { measure }: PictureLook,
): readonly SummaryLine[] {
  if (node.kind === 'message')
    return wrapped(node.config.text, room, 2, plainFont, measure).map((text) => ({ text, code: false }));
  if (node.kind === 'api-call') {
    const { method, path, responseVariable } = node.config;
    return [
      { text: fitted(`${method} ${needsName ?? ''}`, room, plainFont, measure), code: false },
      {
        text: fitted(`${path === '' ? '/' : path} → ${responseVariable}`, room, codeFont, measure),
        code: true,
      },
    ];
  }
  return [{ text: fitted(nodeSummary(node), room, codeFont, measure), code: true }];
}

function exitsPicture(
  { exits, node }: CanvasNode['data'],
  width: number,
  height: number,
  look: PictureLook,
): string {
  if (hasLoneExit(node) || exits.length === 0) return '';
  const top = height - exits.length * exitRowPx - 5;
  const rule = `<path d="M0 ${rounded(top - 3)}H${rounded(width)}" stroke="${look.colours['border-1']}"/>`;
  const rows = exits.map(({ look: state, title }, at) => {
    const y = top + exitRowPx * at + exitRowPx / 2;
    const words = fitted(title, width - 24, smallFont, look.measure);
    const fill = look.colours['text-2'];
    return (
      textElement(words, { x: width - 12, y, font: smallFont, fill, anchor: 'end' }) +
      port(width, y, state !== 'open', look)
    );
  });
  return rule + rows.join('');
}

function lonePort(node: FlowNode, width: number, height: number, below: boolean, look: PictureLook): string {
  if (!hasLoneExit(node)) return '';
  return below ? port(width / 2, height, true, look) : port(width, isPill(node.kind) ? 17 : 17.5, true, look);
}

function port(x: number, y: number, connected: boolean, { colours }: PictureLook): string {
  return `<circle cx="${rounded(x)}" cy="${rounded(y)}" r="3.8" fill="${connected ? colours.edge : colours['surface-2']}" stroke="${colours.edge}" stroke-width="1.5"/>`;
}

function notePicture(text: string, width: number, height: number, look: PictureLook): string {
  const lines = Math.max(1, Math.floor((height - 16) / linePx));
  const words = wrapped(text, width - 2 * paddingPx, lines, plainFont, look.measure).map((line, at) =>
    textElement(line, {
      x: paddingPx,
      y: 8 + linePx * at + linePx / 2,
      font: plainFont,
      fill: look.colours['text-2'],
    }),
  );
  const { colours } = look;
  return `<rect width="${rounded(width)}" height="${rounded(height)}" rx="6" fill="${colours['surface-1']}" stroke="${colours['border-2']}" stroke-dasharray="3 3"/>${words.join('')}`;
}

function rect(
  width: number,
  height: number,
  radius: number,
  fill: string,
  stroke: string,
  opacity = 1,
): string {
  return `<rect width="${rounded(width)}" height="${rounded(height)}" rx="${rounded(radius)}" fill="${fill}" fill-opacity="${String(opacity)}" stroke="${stroke}"/>`;
}

function icon(
  kind: FlowNode['kind'] | 'group',
  x: number,
  y: number,
  { colours, icons }: PictureLook,
): string {
  return `<g transform="translate(${rounded(x)} ${rounded(y)}) scale(${String(iconPx / 24)})" fill="none" stroke="${colours['text-2']}" color="${colours['text-2']}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${icons[kind]}</g>`;
}

function group(
  title: string,
  attribute: string,
  { x, y }: { readonly x: number; readonly y: number },
  inside: string,
): string {
  return `<g ${attribute} transform="translate(${rounded(x)} ${rounded(y)})"><title>${escaped(title)}</title>${inside}</g>`;
}
