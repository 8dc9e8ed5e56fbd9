import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64 } from '../../response/base64.ts';
import type { Value } from '../../value/value.ts';
import { valueText } from '../../value/value-text.ts';
import { percentEncode } from '../encoders/percent-encode.ts';
import { decodeBase64 } from './decode-base64.ts';
import { HelperRefusal, type Helper, type HelperCall } from './helper.ts';
import { givenText } from './helper-values.ts';

const text = { name: 'text' };

/** Other spellings of texts, which are taken as UTF-8. A value made from a secret is as secret as the secret. */
export const encodingHelpers: readonly Helper[] = [
  {
    name: 'base64',
    group: 'Encoding',
    parameters: [text],
    description: 'The text as base64.',
    examples: [{ template: '{{base64 "ann:tea"}}', output: 'YW5uOnRlYQ==' }],
    run: (values, call) => base64(bytesOf(givenText(values, 0), call)),
  },
  {
    name: 'base64Decode',
    group: 'Encoding',
    parameters: [text],
    description:
      'The text that base64 stands for, in its usual or its URL alphabet, with or without padding.',
    examples: [{ template: '{{base64Decode "w7xtbGF1dA=="}}', output: 'ümlaut' }],
    run: (values, call) => {
      const encoded = givenText(values, 0);
      call.spend(encoded.length >> 3);
      return textOfBytes(decodeBase64(encoded));
    },
  },
  {
    name: 'urlEncode',
    group: 'Encoding',
    parameters: [text],
    description: 'The text percent-encoded as one part of an address.',
    examples: [{ template: '{{urlEncode "a/b c"}}', output: 'a%2Fb%20c' }],
    run: (values) => percentEncode(givenText(values, 0)),
  },
  {
    name: 'urlDecode',
    group: 'Encoding',
    parameters: [text],
    description: 'The text that percent-encoded text stands for.',
    examples: [{ template: '{{urlDecode "a%2Fb%20c"}}', output: 'a/b c' }],
    run: (values) => urlDecode(givenText(values, 0)),
  },
  {
    name: 'sha256',
    group: 'Encoding',
    parameters: [text],
    options: ['as'],
    description: 'The SHA-256 hash of the text, in hexadecimal or as="base64".',
    examples: [
      {
        template: '{{sha256 "abc"}}',
        output: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      },
    ],
    run: (values, call) => written(sha256(bytesOf(givenText(values, 0), call)), call),
  },
  {
    name: 'hmacSha256',
    group: 'Encoding',
    parameters: [text, { name: 'key' }],
    options: ['as'],
    description: 'The HMAC-SHA-256 signature of the text with a key, in hexadecimal or as="base64".',
    examples: [
      {
        template: '{{hmacSha256 "what do ya want for nothing?" "Jefe"}}',
        output: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
      },
    ],
    run: (values, call) =>
      written(hmac(sha256, bytesOf(givenText(values, 1), call), bytesOf(givenText(values, 0), call)), call),
  },
];

function bytesOf(value: string, call: HelperCall): Uint8Array {
  call.spend(value.length >> 3);
  return new TextEncoder().encode(value);
}

function textOfBytes(bytes: Uint8Array | null): string {
  try {
    if (bytes !== null) return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Bytes that are no text are refused like characters that are no base64.
  }
  throw new HelperRefusal('base64 text', 'another text');
}

function urlDecode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw new HelperRefusal('percent-encoded text', 'another text');
  }
}

function written(bytes: Uint8Array, call: HelperCall): Value {
  const form = valueText(call.option('as') ?? 'hex');
  if (form === 'base64') return base64(bytes);
  if (form !== 'hex') throw new HelperRefusal('hex or base64 for its option as', 'another text');
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
