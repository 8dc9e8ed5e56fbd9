import { assertNever } from '../outcome/assert-never.ts';
import type { ApiCallConfig } from '../nodes/api-call-node.ts';
import type { RequestBody } from '../request/request-body.ts';
import type { FileRow, Row } from '../request/row.ts';

/** The templates of an API Call; rows that are off are not rendered, and so not counted. */
export function callTemplateTexts(config: ApiCallConfig): readonly string[] {
  return [config.path, ...rowTexts(config.query), ...rowTexts(config.headers), ...bodyTexts(config.body)];
}

/** The templates of a body. */
export function bodyTexts(body: RequestBody): readonly string[] {
  switch (body.type) {
    case 'none':
      return [];
    case 'binary':
      return [body.contentType ?? ''];
    case 'json':
    case 'text':
      return [body.template];
    case 'custom':
      return [body.contentType, body.template];
    case 'form-urlencoded':
      return rowTexts(body.rows);
    case 'multipart':
      return body.rows.filter(({ enabled }) => enabled).flatMap(partTexts);
    case 'graphql':
      return [body.query, body.variables];
    default:
      return assertNever(body);
  }
}

/** The templates of rows that are on. */
export function rowTexts(rows: readonly Row[]): readonly string[] {
  return rows.filter(({ enabled }) => enabled).flatMap(({ name, value }) => [name, value]);
}

function partTexts(row: Row | FileRow): readonly string[] {
  return 'file' in row ? [row.name, row.fileName ?? '', row.contentType ?? ''] : [row.name, row.value];
}
