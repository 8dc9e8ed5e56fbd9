import { PreparationStop } from './call-exception.ts';
import { encodeFormText } from './encode-form-text.ts';
import { prepareMultipart } from './prepare-multipart.ts';
import type { PreparedContent } from './prepared-content.ts';
import type { RequestBody } from './request-body.ts';
import type { RequestFields } from './request-fields.ts';
import type { Row } from './row.ts';
import { encodePieces, holdsSecret, literalPiece, type TextPiece, textOf } from './text-piece.ts';

/**
 * Renders the body of an API Call. An empty JSON, text or custom template is no body at all.
 *
 * @param boundary draws a text that separates multipart parts; it must not occur in any of them
 */
export function prepareBody(
  fields: RequestFields,
  body: RequestBody,
  boundary: () => string,
): PreparedContent {
  const isEmpty = body.type === 'none' || ('template' in body && body.template === '');
  if (isEmpty) return { body: { type: 'none' }, contentType: null, shown: [] };
  switch (body.type) {
    case 'json':
      return textContent(fields.render(body.template, 'json', 'the body'), [
        literalPiece('application/json'),
      ]);
    case 'text':
      return textContent(fields.render(body.template, 'text', 'the body'), [
        literalPiece('text/plain; charset=utf-8'),
      ]);
    case 'custom':
      return textContent(
        fields.render(body.template, 'text', 'the body'),
        contentTypeOf(fields, body.contentType),
      );
    case 'form-urlencoded':
      return formContent(fields, body.rows);
    case 'multipart':
      return prepareMultipart(fields, body.rows, boundary());
    case 'binary':
      return fileContent(fields, body);
    case 'graphql':
      return graphqlContent(fields, body);
  }
}

function textContent(shown: readonly TextPiece[], contentType: readonly TextPiece[]): PreparedContent {
  const bytes = new TextEncoder().encode(textOf(shown));
  return { body: { type: 'bytes', bytes, holdsSecret: holdsSecret(shown) }, contentType, shown };
}

function formContent(fields: RequestFields, rows: readonly Row[]): PreparedContent {
  const place = (row: Row) => `the form row ${row.name}`.trimEnd();
  const encoded = (text: string, row: Row) =>
    encodePieces(fields.render(text, 'query', place(row)), encodeFormText);
  const pairs = rows
    .filter((row) => row.enabled && (row.name !== '' || row.value !== ''))
    .map((row) => [...encoded(row.name, row), literalPiece('='), ...encoded(row.value, row)]);
  const shown = pairs.flatMap((pair, index) => (index === 0 ? pair : [literalPiece('&'), ...pair]));
  return textContent(shown, [literalPiece('application/x-www-form-urlencoded')]);
}

function fileContent(fields: RequestFields, body: Extract<RequestBody, { type: 'binary' }>): PreparedContent {
  if (body.file === '')
    throw new PreparationStop('body-file-unreadable', { file: 'of the body' }, { field: 'the body' });
  return {
    body: { type: 'file', file: body.file, holdsSecret: false },
    contentType: contentTypeOf(fields, body.contentType ?? ''),
    shown: [],
  };
}

/** Query and variables as GraphQL over HTTP has them; a template of variables that is empty leaves the member out. */
function graphqlContent(
  fields: RequestFields,
  body: Extract<RequestBody, { type: 'graphql' }>,
): PreparedContent {
  const query = encodePieces(fields.render(body.query, 'text', 'the GraphQL query'), escapeJsonText);
  const variables = fields.render(body.variables, 'json', 'the GraphQL variables');
  const member = body.variables === '' ? [] : [literalPiece(',"variables":'), ...variables];
  const shown = [literalPiece('{"query":"'), ...query, literalPiece('"'), ...member, literalPiece('}')];
  return textContent(shown, [literalPiece('application/json')]);
}

function contentTypeOf(fields: RequestFields, template: string): readonly TextPiece[] {
  const rendered = fields.render(template, 'header', 'the content type of the body', 'Content-Type');
  return textOf(rendered).trim() === '' ? [literalPiece('application/octet-stream')] : rendered;
}

function escapeJsonText(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
