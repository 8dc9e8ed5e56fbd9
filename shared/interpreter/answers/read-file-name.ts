import { failed, succeeded } from '../../outcome/outcome.ts';
import type { AnswerReading } from './answer-reading.ts';

/** What the file systems in use hold at most, in bytes of UTF-8. */
const longestBytes = 255;

/** Reads the bare name of a file: what could lead into another folder, or end a line, is no name. */
export function readFileName(text: string): AnswerReading<string> {
  const name = text.trim();
  const bare = name !== '' && name !== '.' && name !== '..' && !/[/\\\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(name);
  return bare && new TextEncoder().encode(name).length <= longestBytes
    ? succeeded(name)
    : failed('Please answer with the name of a file without its folder, such as invoice.pdf.');
}
