import type { MaskedFormPart, MaskedRequest, MaskedSegment } from './masked-request.ts';
import { shellWord, octal } from './shell-word.ts';

/** The body of a request in words of a shell. */
export interface CurlBody {
  readonly options: readonly string[];
  /** A command whose output curl sends, with its bar; empty where there is none. */
  readonly piped: string;
  /** Whether curl makes a multipart body, under a boundary of its own. */
  readonly isForm: boolean;
}

/**
 * Writes the body: as one argument, as one option for each part of a form, as a file, or, where an argument cannot hold
 * it (a NUL, files among other text, names in which curl would read more than a name), through a pipe byte by byte.
 */
export function curlBody({ body, headers }: MaskedRequest, folder: string): CurlBody {
  if (body.type === 'none') return withOptions([]);
  if (body.type === 'binary') return withOptions([`--data-binary ${fileWord('@', folder, body.file)}`]);
  const { form, segments } = body;
  const ownType = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.from === 'generated';
  if (form !== undefined && ownType && !form.some(holdsNul))
    return { ...withOptions(form.map((part) => formOption(part, folder))), isForm: true };
  const units = segments.reduce((sum, { text }) => sum + text.length, 0);
  if (units <= longestArgumentUnits && !segments.some(needsPipe))
    return withOptions([`--data-raw ${shellWord(segments)}`]);
  const commands = segments.flatMap((segment) => pipedPieces(segment, folder));
  return {
    options: ['--data-binary @-'],
    piped: `{ ${commands.join('; ')}; } | `,
    isForm: false,
  };
}

/** Linux takes 128 kB in one argument; a unit may become three bytes. */
const longestArgumentUnits = 40_000;

function withOptions(options: readonly string[]): CurlBody {
  return { options, piped: '', isForm: false };
}

function needsPipe({ file, text }: MaskedSegment): boolean {
  return file !== undefined || text.includes('\0');
}

function holdsNul({ value }: MaskedFormPart): boolean {
  return value.some(({ text }) => text.includes('\0'));
}

/** `--form-string` reads no `@`, `<` or `;type=` in a text. */
function formOption({ file, name, value }: MaskedFormPart, folder: string): string {
  if (file === null) return `--form-string ${shellWord([literal(`${name}=`), ...value])}`;
  const quotedPath = inFolder(folder, file.file).replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  const options = `;type=${file.contentType};filename="${file.fileName}"`;
  return `-F ${shellWord([literal(`${name}=@"${quotedPath}"${options}`)])}`;
}

function pipedPieces(segment: MaskedSegment, folder: string): readonly string[] {
  if (segment.file !== undefined) return [`cat ${fileWord('', folder, segment.file)}`];
  if (segment.from === 'secret') return [`printf %s ${shellWord([segment])}`];
  const chunks = segment.text.split(/(\0+)/);
  return chunks.flatMap((chunk, at) => {
    if (chunk === '') return [];
    return at % 2 === 1 ? [`printf '${octal(chunk)}'`] : [`printf %s ${shellWord([literal(chunk)])}`];
  });
}

function fileWord(before: string, folder: string, file: string): string {
  return shellWord([literal(before + inFolder(folder, file))]);
}

function inFolder(folder: string, file: string): string {
  return `${folder.replace(/[\\/]$/, '')}/${file}`;
}

function literal(text: string): MaskedSegment {
  return { text, from: 'literal' };
}
