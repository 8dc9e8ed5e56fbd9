import { familyNames, type Measure, type PictureFont } from './picture-look.ts';

export const nameFont: PictureFont = { family: 'ui', sizePx: 13, weight: 500 };
export const plainFont: PictureFont = { family: 'ui', sizePx: 12, weight: 400 };
export const smallFont: PictureFont = { family: 'ui', sizePx: 11, weight: 400 };
export const codeFont: PictureFont = { family: 'mono', sizePx: 11, weight: 400 };

interface TextAt {
  readonly x: number;
  readonly y: number;
  readonly font: PictureFont;
  readonly fill: string;
  readonly anchor?: 'end';
}

/** A line of text whose middle is at a height. */
export function textElement(text: string, { anchor, fill, font, x, y }: TextAt): string {
  const end = anchor === undefined ? '' : ' text-anchor="end"';
  // Programs differ in what they make of dominant-baseline: the height of the letters is counted in.
  const base = rounded(y + font.sizePx * 0.36);
  return `<text x="${rounded(x)}" y="${base}" font-family="${familyNames[font.family]}" font-size="${String(font.sizePx)}" font-weight="${String(font.weight)}" fill="${fill}"${end} xml:space="preserve">${escaped(text)}</text>`;
}

/** The text, or as much of it as has room, with a sign that there is more. */
export function fitted(text: string, widthPx: number, font: PictureFont, measure: Measure): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (measure(line, font) <= widthPx) return line;
  const letters = Array.from(line);
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${letters.slice(0, middle).join('')}…`, font) <= widthPx) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`;
}

/** The text in lines of a width, broken between words where that can be; what does not fit the last line is cut off. */
export function wrapped(
  text: string,
  widthPx: number,
  mostLines: number,
  font: PictureFont,
  measure: Measure,
): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/\s+/)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && measure(longer, font) > widthPx) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(line);
  }
  const shown = lines.slice(0, mostLines);
  if (lines.length > mostLines) shown[mostLines - 1] = `${shown[mostLines - 1] ?? ''} …`;
  return shown.map((line) => fitted(line, widthPx, font, measure));
}

/** A text as it may stand in XML, which has no signs for control characters and for halves of characters. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
