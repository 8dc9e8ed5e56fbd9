import { assertNever } from '../outcome/assert-never.ts';
import type { ApiCallConfig } from '../nodes/api-call-node.ts';
import type { FlowNode } from '../nodes/node.ts';
import type { RequestBody } from '../request/request-body.ts';
import type { FileRow, Row } from '../request/row.ts';

/** Every text of a node that is a template, in the order of its form. */
export function templateTexts(node: FlowNode): readonly string[] {
  switch (node.kind) {
    case 'start':
      return node.config.inputs.map((input) => input.default ?? '');
    case 'message':
      return [node.config.text];
    case 'prompt':
      return [node.config.text, node.config.retryText];
    case 'api-call':
      return callTemplateTexts(node.config);
    case 'end':
      return [node.config.result];
    default:
      return assertNever(node);
  }
}

/** The templates of an API Call; rows that are off are not rendered, and so not counted. */
export function callTemplateTexts(config: ApiCallConfig): readonly string[] {
  return [config.path, ...rowTexts(config.query), ...rowTexts(config.headers), ...bodyTexts(config.body)];
}

function bodyTexts(body: RequestBody): readonly string[] {
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

function rowTexts(rows: readonly Row[]): readonly string[] {
  return rows.filter(({ enabled }) => enabled).flatMap(({ name, value }) => [name, value]);
}

function partTexts(row: Row | FileRow): readonly string[] {
  return 'file' in row ? [row.name, row.fileName ?? '', row.contentType ?? ''] : [row.name, row.value];
}
