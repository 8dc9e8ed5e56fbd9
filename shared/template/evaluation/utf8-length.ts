/** How many bytes a text takes as UTF-8; a lone surrogate counts as the U+FFFD that is sent in its place. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    bytes += 1;
    if (unit < 0x800) continue;
    // Two units of a pair make four bytes, which is one more for each of them; any other unit makes three.
    if (unit >= 0xd800 && unit <= 0xdbff && isLowSurrogate(text.charCodeAt(index + 1))) index += 1;
    bytes += 1;
  }
  return bytes;
}

/** Whether a text takes at most so many bytes, mostly answered from its length alone. */
export function fitsUtf8(text: string, limitBytes: number): boolean {
  if (text.length * 3 <= limitBytes) return true;
  return text.length <= limitBytes && utf8Length(text) <= limitBytes;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
