// How a secret can stand in bytes: the forms that a search for it has to know, and that a proof has to plant.
import { encodings } from './secret-encodings.ts';

/** A secret, or a stretch of it, as bytes. */
export interface SecretForm {
  readonly encoding: string;
  readonly bytes: Buffer;
}

/** Longer ones are also cut: by files in blocks, and by the engine, which keeps a thousand characters of a text. */
const longestWhole = 256;
const stretchLength = 48;

/** Every form of a text, whole as another program would write it: what is planted to see that the search finds it. */
export function wholeForms(text: string): readonly SecretForm[] {
  const texts = Object.entries(textForms(text));
  return [
    ...texts.map(([encoding, form]) => ({ encoding, bytes: Buffer.from(form) })),
    ...texts.map(([encoding, form]) => ({
      encoding: `${encoding}, UTF-16`,
      bytes: Buffer.from(form, 'utf16le'),
    })),
    // How the engine stores and sends a text that has no letter beyond it.
    ...(isLatin1(text) ? [{ encoding: 'as it is, Latin-1', bytes: Buffer.from(text, 'latin1') }] : []),
    ...[1, 2].map((shift) => ({
      encoding: `in base64 behind ${String(shift)} bytes`,
      bytes: Buffer.from(Buffer.concat([Buffer.alloc(shift, '~'), Buffer.from(text)]).toString('base64')),
    })),
  ];
}

/** The forms of a text to look for: of a long one those of stretches at its beginning, in its middle and at its end. */
export function searchedForms(text: string): readonly SecretForm[] {
  const forms = stretches(text).flatMap((stretch) => [
    ...wholeForms(stretch),
    ...[0, 1, 2].flatMap((shift) => {
      const core = base64Core(Buffer.from(stretch), shift);
      return [
        { encoding: 'within base64', bytes: Buffer.from(core) },
        { encoding: 'within base64url', bytes: Buffer.from(base64url(core)) },
        { encoding: 'within base64, percent-encoded', bytes: Buffer.from(encodeURIComponent(core)) },
        { encoding: 'within base64, UTF-16', bytes: Buffer.from(core, 'utf16le') },
      ];
    }),
  ]);
  // Most encodings leave most texts alone, and each is looked for once.
  return [...new Map(forms.map((form) => [form.bytes.toString('latin1'), form])).values()];
}

/** The forms that are text, by name. */
export function textForms(text: string): Readonly<Record<string, string>> {
  const encoded = Object.entries(encodings).map(([name, encode]) => [name, encode(text)] as const);
  return {
    ...Object.fromEntries(encoded),
    'in HTML': text.replace(/[&<>"']/g, (one) => `&#${String(one.charCodeAt(0))};`),
  };
}

function stretches(text: string): readonly string[] {
  const characters = Array.from(text);
  if (characters.length <= longestWhole) return [text];
  const from = [0, Math.floor(characters.length / 2), characters.length - stretchLength];
  return from.map((start) => characters.slice(start, start + stretchLength).join(''));
}

/** The base64 letters that do not depend on what stands before or behind the bytes. */
function base64Core(bytes: Buffer, shift: number): string {
  const shifted = Buffer.concat([Buffer.alloc(shift), bytes]);
  const whole = shifted.toString('base64').replace(/=+$/, '');
  const from = shift === 0 ? 0 : shift + 1;
  return whole.slice(from, shifted.length % 3 === 0 ? undefined : whole.length - 1);
}

function isLatin1(text: string): boolean {
  return Array.from(text).every((character) => character <= '\u00ff');
}

function base64url(letters: string): string {
  return letters.replaceAll('+', '-').replaceAll('/', '_');
}
