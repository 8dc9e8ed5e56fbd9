// A strict reader of XML 1.0 without a DTD, which knows nothing of who wrote it: what is not well-formed throws.

/** An element with its attributes and what is in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const characters = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads a document: an XML declaration, then one element. */
export function readXml(text: string): XmlElement {
  if (!characters.test(text)) throw new Error('There is a character that XML cannot hold.');
  const start = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/.exec(text);
  if (start === null) throw new Error('There is no XML declaration.');
  const { element, end } = elementAt(text, start[0].length);
  if (text.slice(end).trim() !== '') throw new Error('There is something behind the document.');
  return element;
}

interface Read {
  readonly element: XmlElement;
  readonly end: number;
}

function elementAt(text: string, at: number): Read {
  const open = /<([a-z][a-z-]*)((?:\s+[a-z]+="[^"<]*")*)\s*(\/?)>/y;
  open.lastIndex = at;
  const tag = open.exec(text);
  if (tag === null) throw new Error(`There is no element at ${text.slice(at, at + 40)}`);
  const [whole, name = '', attributeText = '', closed] = tag;
  const attributes = attributesIn(attributeText);
  const start = at + whole.length;
  if (closed === '/') return { element: { name, attributes, children: [], text: '' }, end: start };
  const { children, end, inside } = insideOf(text, start, name);
  const close = `</${name}>`;
  if (!text.startsWith(close, end)) throw new Error(`${name} is closed by ${text.slice(end, end + 20)}`);
  return { element: { name, attributes, children, text: inside }, end: end + close.length };
}

function attributesIn(text: string): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (const [, key = '', value = ''] of text.matchAll(/\s+([a-z]+)="([^"]*)"/g)) {
    if (key in attributes) throw new Error(`There are two attributes ${key}.`);
    // A reader makes a space of each line end and tab that stands there in plain sight.
    attributes[key] = decoded(value.replaceAll(/[\t\n\r]/g, ' '));
  }
  return attributes;
}

function insideOf(text: string, start: number, name: string) {
  const children: XmlElement[] = [];
  let inside = '';
  let end = start;
  for (;;) {
    const next = text.indexOf('<', end);
    if (next === -1) throw new Error(`${name} is never closed.`);
    inside += decoded(text.slice(end, next));
    end = next;
    if (text.startsWith('</', end)) return { children, inside, end };
    const child = elementAt(text, end);
    children.push(child.element);
    end = child.end;
  }
}

function decoded(text: string): string {
  if (text.includes(']]>')) throw new Error('A text must not hold ]]>.');
  return text.replaceAll(/&([^;]*;?)/g, (_whole, reference: string) => {
    const number = /^#(\d+);$/.exec(reference)?.[1];
    const character =
      number === undefined ? named[reference.slice(0, -1)] : String.fromCodePoint(Number(number));
    if (character === undefined || !reference.endsWith(';'))
      throw new Error(`&${reference} is no reference.`);
    return character;
  });
}
