/** Text as it stands between tags or in a quoted attribute of XML 1.0; what XML cannot hold at all is replaced. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** An attribute, with line ends kept, which a reader would otherwise make spaces of. */
export function xmlAttribute(name: string, value: string): string {
  return ` ${name}="${xmlText(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`;
}
