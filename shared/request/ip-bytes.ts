/** The bytes of an IPv4 or IPv6 address as the URL standard writes it, without brackets; `null` where the text is none. */
export function ipBytes(text: string): readonly number[] | null {
  return text.includes(':') ? ipv6Bytes(text) : ipv4Bytes(text);
}

function ipv4Bytes(text: string): readonly number[] | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return null;
  const bytes = text.split('.').map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : null;
}

function ipv6Bytes(text: string): readonly number[] | null {
  const [head, tail, ...more] = text.split('::').map(groupBytes);
  if (head === undefined || head === null || tail === null || more.length > 0) return null;
  if (tail === undefined) return head.length === 16 ? head : null;
  const gap = 16 - head.length - tail.length;
  return gap >= 2 ? [...head, ...new Array<number>(gap).fill(0), ...tail] : null;
}

/** The bytes of `a:b:c`; the last group may be an IPv4 address. */
function groupBytes(text: string): readonly number[] | null {
  if (text === '') return [];
  const bytes: number[] = [];
  for (const group of text.split(':')) {
    const ipv4 = ipv4Bytes(group);
    if (ipv4 !== null) bytes.push(...ipv4);
    else if (/^[0-9a-f]{1,4}$/i.test(group)) bytes.push(parseInt(group, 16) >> 8, parseInt(group, 16) & 255);
    else return null;
  }
  return bytes;
}
