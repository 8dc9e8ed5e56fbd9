// Looks for a text in every byte of some folders, in every encoding in which a secret could have got there.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Where a text was found: the file and the encoding. */
export interface Finding {
  readonly file: string;
  readonly encoding: string;
}

/** Every place below the folders where the text stands: as is, as UTF-16, base64 at any alignment, percent-encoded, in JSON. */
export async function bytesFound(folders: readonly string[], text: string): Promise<readonly Finding[]> {
  const forms = encodedForms(text);
  const findings: Finding[] = [];
  for (const folder of folders) {
    for (const file of await filesBelow(folder)) {
      const content = await readFile(file);
      for (const [encoding, bytes] of forms) {
        if (content.includes(bytes)) findings.push({ file: path.relative(folder, file), encoding });
      }
    }
  }
  return findings;
}

function encodedForms(text: string): readonly (readonly [string, Buffer])[] {
  const bytes = Buffer.from(text, 'utf8');
  return [
    ['utf-8', bytes],
    ['utf-16', Buffer.from(text, 'utf16le')],
    ...[0, 1, 2].map(
      (shift) => [`base64 at ${String(shift)}`, Buffer.from(base64Core(bytes, shift))] as const,
    ),
    ['percent', Buffer.from(encodeURIComponent(text))],
    ['json', Buffer.from(JSON.stringify(text).slice(1, -1))],
    ['hex', Buffer.from(bytes.toString('hex'))],
  ];
}

/** The base64 letters that do not depend on what stands before or after the text. */
function base64Core(bytes: Buffer, shift: number): string {
  const padded = Buffer.concat([Buffer.alloc(shift), bytes]);
  const whole = padded.toString('base64').replace(/=+$/, '');
  const from = shift === 0 ? 0 : shift + 1;
  const spare = padded.length % 3;
  return whole.slice(from, spare === 0 ? undefined : whole.length - spare);
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
