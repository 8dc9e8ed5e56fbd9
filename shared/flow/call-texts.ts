import type { ApiCallNode } from '../nodes/api-call-node.ts';
import { assertNever } from '../outcome/assert-never.ts';
import type { RequestBody } from '../request/request-body.ts';
import type { FileRow, Row } from '../request/row.ts';
import { placeOfText, type NodeText, type TextChange } from './node-text.ts';

/** An API Call with its texts changed. */
export function changedCall(node: ApiCallNode, change: TextChange): ApiCallNode {
  const { config } = node;
  const request = (field: string, more: Partial<NodeText> = {}) =>
    placeOfText(field, { tab: 'request', ...more });
  const path = change(config.path, request('Path'));
  const query = config.query.map(row(request('Query'), change));
  const headers = config.headers.map(row(request('Headers'), change));
  const responseVariable = change(
    config.responseVariable,
    request('Response variable', { kind: 'variable' }),
  );
  const body = changedBody(config.body, change);
  return { ...node, config: { ...config, path, query, headers, responseVariable, body } };
}

function changedBody(body: RequestBody, change: TextChange): RequestBody {
  const place = (field: string) => placeOfText(field, { tab: 'body' });
  switch (body.type) {
    case 'none':
      return body;
    case 'json':
    case 'text':
      return { ...body, template: change(body.template, place('Content')) };
    case 'custom': {
      const contentType = change(body.contentType, place('Content type'));
      return { ...body, contentType, template: change(body.template, place('Content')) };
    }
    case 'form-urlencoded':
      return { ...body, rows: body.rows.map(row(place('Form'), change)) };
    case 'multipart':
      return { ...body, rows: body.rows.map(part(place('Parts'), change)) };
    case 'graphql': {
      const query = change(body.query, place('Query'));
      return { ...body, query, variables: change(body.variables, place('Variables')) };
    }
    case 'binary': {
      if (body.contentType === undefined) return body;
      return { ...body, contentType: change(body.contentType, place('Content type')) };
    }
    default:
      return assertNever(body);
  }
}

function row(place: Omit<NodeText, 'text'>, change: TextChange): (each: Row, at: number) => Row {
  return (each, at) => {
    const cell = cellOf(place, each, at);
    return { ...each, name: change(each.name, cell('Name')), value: change(each.value, cell('Value')) };
  };
}

function part(
  place: Omit<NodeText, 'text'>,
  change: TextChange,
): (each: Row | FileRow, at: number) => Row | FileRow {
  return (each, at) => {
    if (!('file' in each)) return row(place, change)(each, at);
    const cell = cellOf(place, each, at);
    const { fileName, contentType } = each;
    return {
      ...each,
      name: change(each.name, cell('Name')),
      ...(fileName === undefined ? {} : { fileName: change(fileName, cell('File name')) }),
      ...(contentType === undefined ? {} : { contentType: change(contentType, cell('Content type')) }),
    };
  };
}

function cellOf(place: Omit<NodeText, 'text'>, { enabled }: { readonly enabled: boolean }, at: number) {
  return (cell: string) => ({ ...place, off: !enabled, row: { number: at + 1, cell } });
}
