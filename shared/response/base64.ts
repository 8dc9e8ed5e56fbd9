const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as base64 with padding (RFC 4648 §4), without Node's `Buffer` and without the Latin-1 detour of `btoa`. */
export function base64(bytes: Uint8Array): string {
  const groups: string[] = [];
  for (let index = 0; index < bytes.length; index += 3) {
    const left = bytes.length - index;
    const group = (byteAt(bytes, index) << 16) | (byteAt(bytes, index + 1) << 8) | byteAt(bytes, index + 2);
    const tail = (left > 1 ? letter(group >> 6) : '=') + (left > 2 ? letter(group) : '=');
    groups.push(letter(group >> 18) + letter(group >> 12) + tail);
  }
  return groups.join('');
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

function letter(sextet: number): string {
  return alphabet.charAt(sextet & 0x3f);
}
