import { PreparationStop } from './call-exception.ts';
import type { FormPart, PreparedContent } from './prepared-content.ts';
import type { PreparedPart } from './prepared-request.ts';
import type { RequestFields } from './request-fields.ts';
import type { FileRow, Row } from './row.ts';
import { encodePieces, holdsSecret, literalPiece, type TextPiece, textOf } from './text-piece.ts';

interface ShownPart {
  /** As one option of curl; `null` where it is not plain enough for one. */
  readonly form: FormPart | null;
  readonly part: PreparedPart;
  readonly head: readonly TextPiece[];
  readonly content: readonly TextPiece[];
}

/** Renders the rows of a `multipart/form-data` body (RFC 7578). Files are named only; the executor reads them. */
export function prepareMultipart(
  fields: RequestFields,
  rows: readonly (Row | FileRow)[],
  boundary: string,
): PreparedContent {
  const shownParts = rows
    .filter((row) => row.enabled && !isEmptyRow(row))
    .map((row) => ('file' in row ? filePart(fields, row) : textPart(fields, row)));
  const pieces = shownParts.flatMap(({ content, head }) => [
    literalPiece(`--${boundary}\r\n`),
    ...head,
    literalPiece('\r\n'),
    ...content,
    literalPiece('\r\n'),
  ]);
  const shown = [...pieces, literalPiece(`--${boundary}--\r\n`)];
  return {
    body: {
      type: 'multipart',
      boundary,
      parts: shownParts.map(({ part }) => part),
      holdsSecret: holdsSecret(shown),
    },
    contentType: [literalPiece(`multipart/form-data; boundary=${boundary}`)],
    shown,
    ...formOf(shownParts),
  };
}

function formOf(parts: readonly ShownPart[]): Pick<PreparedContent, 'form'> {
  const form = parts.map((part) => part.form).filter((part) => part !== null);
  return form.length === parts.length && parts.length > 0 ? { form } : {};
}

/** What curl reads in these places for more than itself is left out. */
const plainName = /^[\w .\-\p{L}]+$/u;
const plainType = /^[\w.+-]+\/[\w.+-]+$/;

function textForm(name: readonly TextPiece[], value: readonly TextPiece[]): FormPart | null {
  const isPlain = !holdsSecret(name) && plainName.test(textOf(name));
  return isPlain ? { name: textOf(name), value, file: null } : null;
}

function isEmptyRow(row: Row | FileRow): boolean {
  return row.name === '' && ('file' in row ? row.file : row.value) === '';
}

function textPart(fields: RequestFields, row: Row): ShownPart {
  const place = placeOf(row);
  const name = fields.render(row.name, 'query', place);
  const content = fields.render(row.value, 'query', place);
  const head = [...disposition(name), literalPiece('\r\n')];
  const bytes = new TextEncoder().encode(textOf(content));
  const part = { name: textOf(name), headers: textOf(head), content: { bytes } };
  return { form: textForm(name, content), part, head, content };
}

function filePart(fields: RequestFields, row: FileRow): ShownPart {
  const place = placeOf(row);
  if (row.file === '')
    throw new PreparationStop('body-file-unreadable', { file: `of ${place}` }, { field: place });
  const name = fields.render(row.name, 'query', place);
  // A name that was typed is a template; the name of a file is what it is.
  const fileName =
    row.fileName === undefined
      ? [literalPiece(baseName(row.file))]
      : fields.render(row.fileName, 'query', place);
  const type = fields.render(row.contentType ?? 'application/octet-stream', 'header', place, 'Content-Type');
  const head = [
    ...disposition(name),
    literalPiece('; filename="'),
    ...encodePieces(fileName, escapeName),
    literalPiece('"\r\nContent-Type: '),
    ...type,
    literalPiece('\r\n'),
  ];
  const isPlain =
    [fileName, type].every((pieces) => !holdsSecret(pieces)) && plainName.test(textOf(fileName));
  const file = { file: row.file, fileName: textOf(fileName), contentType: textOf(type) };
  const form = textForm(name, []);
  return {
    form: isPlain && plainType.test(file.contentType) && form !== null ? { ...form, file } : null,
    part: { name: textOf(name), headers: textOf(head), content: { file: row.file } },
    head,
    content: [{ ...literalPiece(`(the content of ${row.file})`), file: row.file }],
  };
}

function placeOf(row: Row | FileRow): string {
  return `the form row ${row.name}`.trimEnd();
}

function disposition(name: readonly TextPiece[]): readonly TextPiece[] {
  return [
    literalPiece('Content-Disposition: form-data; name="'),
    ...encodePieces(name, escapeName),
    literalPiece('"'),
  ];
}

/** As browsers write names into a part's header (HTML standard, multipart/form-data encoding). */
function escapeName(text: string): string {
  return text.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
}

function baseName(file: string): string {
  return file.replace(/^.*[\\/]/, '');
}
