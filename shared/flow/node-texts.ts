import { withRules } from '../condition/rule-entries.ts';
import { ruleFieldLabel, type RuleSide } from '../condition/rule-place.ts';
import type { AnswerType } from '../nodes/answer-types.ts';
import type { ApiCallNode } from '../nodes/api-call-node.ts';
import type { ConditionNode } from '../nodes/condition-node.ts';
import { branchName } from '../nodes/exit-name.ts';
import type { FlowNode } from '../nodes/node.ts';
import type { VariableChange } from '../nodes/set-variables-node.ts';
import type { PromptChoice, PromptConfig } from '../nodes/prompt-node.ts';
import type { FlowInput } from '../nodes/start-node.ts';
import { assertNever } from '../outcome/assert-never.ts';
import type { RequestBody } from '../request/request-body.ts';
import type { FileRow, Row } from '../request/row.ts';
import { withLoopTexts } from './loop-texts.ts';

/** A text of a node that holds a template or the name of a variable, and where the inspector shows it. */
export interface NodeText {
  /** `variable` where the whole text is the name under which the node stores a value, `unset` where it takes that away. */
  readonly kind: 'template' | 'variable' | 'unset';
  /** The label of its field. */
  readonly field: string;
  /** The tab of an API Call that has the field; `null` for nodes without tabs. */
  readonly tab: 'request' | 'body' | null;
  /** The row and cell of a table, counted from 1; `null` where the field is no table. */
  readonly row: { readonly number: number; readonly cell: string } | null;
  /** In a row that is switched off, and so not sent. */
  readonly off: boolean;
  readonly text: string;
}

/** The field of a text in words: `Query, row 2`. */
export function fieldAndRow({ field, row }: Pick<NodeText, 'field' | 'row'>): string {
  return row === null ? field : `${field}, row ${String(row.number)}`;
}

type Change = (text: string, place: Omit<NodeText, 'text'>) => string;

/** Every text of a node that holds a template or the name of a variable, in the order of the inspector. */
export function nodeTexts(node: FlowNode): readonly NodeText[] {
  const texts: NodeText[] = [];
  withNodeTexts(node, (text, place) => {
    texts.push({ ...place, text });
    return text;
  });
  return texts;
}

/** The node with its texts changed; the same node where none is. The one walk through them, so that nothing is forgotten. */
export function withNodeTexts(node: FlowNode, change: Change): FlowNode {
  let changes = 0;
  const after = changedNode(node, (text, place) => {
    const next = change(text, place);
    if (next !== text) changes += 1;
    return next;
  });
  return changes === 0 ? node : after;
}

function changedNode(node: FlowNode, change: Change): FlowNode {
  const template = (text: string, field: string) => change(text, placeOf(field));
  switch (node.kind) {
    case 'start':
      return { ...node, config: { inputs: node.config.inputs.map((each, at) => input(each, at, change)) } };
    case 'message':
      return { ...node, config: { text: template(node.config.text, 'Text') } };
    case 'prompt':
      return { ...node, config: prompt(node.config, change) };
    case 'condition':
      return condition(node, template);
    case 'set-variables':
      return {
        ...node,
        config: { changes: node.config.changes.map((each, at) => changeOf(each, at, change)) },
      };
    case 'api-call':
      return apiCall(node, change);
    case 'loop':
      return {
        ...node,
        config: withLoopTexts(node.config, (text, field, kind) => change(text, placeOf(field, { kind }))),
      };
    case 'wait':
      return { ...node, config: { ...node.config, amount: template(node.config.amount, 'Duration') } };
    case 'end':
      return { ...node, config: { result: template(node.config.result, 'Result') } };
    case 'note':
      return node;
    default:
      return assertNever(node);
  }
}

/** Rules of a type that is not asked for are kept, and so are off like a row that is not sent. */
function prompt(config: PromptConfig, change: Change): PromptConfig {
  const { answerType, choices, dateRules, textRules } = config;
  const rule = (text: string | undefined, field: string, type: AnswerType) =>
    text === undefined ? undefined : change(text, placeOf(field, { off: answerType !== type }));
  const text = change(config.text, placeOf('Question'));
  const changed = {
    ...(choices && { choices: choices.map((each, at) => choice(each, at, answerType !== 'choice', change)) }),
    ...(textRules && {
      textRules: withSet(textRules, { patternText: rule(textRules.patternText, patternField, 'text') }),
    }),
    ...(dateRules && {
      dateRules: withSet(dateRules, {
        earliest: rule(dateRules.earliest, 'Earliest', 'date'),
        latest: rule(dateRules.latest, 'Latest', 'date'),
      }),
    }),
  };
  const variable = change(config.variable, placeOf('Variable', { kind: 'variable' }));
  const retryText = change(config.retryText, placeOf('When the answer does not fit'));
  return { ...config, text, ...changed, variable, retryText };
}

const patternField = 'When the pattern is not found';

function choice(each: PromptChoice, at: number, off: boolean, change: Change): PromptChoice {
  const place = (cell: string) => placeOf('Choices', { off, row: { number: at + 1, cell } });
  const label = change(each.label, place('Label'));
  return { ...each, label, value: change(each.value, place('Value')) };
}

/** What was not set stays absent. */
function withSet<Rules extends object>(rules: Rules, changes: Partial<Rules>): Rules {
  const set = Object.entries(changes).filter(([, text]) => text !== undefined);
  return { ...rules, ...(Object.fromEntries(set) as Partial<Rules>) };
}

function placeOf(field: string, more: Partial<NodeText> = {}): Omit<NodeText, 'text'> {
  return { kind: 'template', field, tab: null, row: null, off: false, ...more };
}

function input(each: FlowInput, at: number, change: Change): FlowInput {
  const place = (kind: NodeText['kind'], cell: string) =>
    placeOf('Inputs', { kind, row: { number: at + 1, cell } });
  const name = change(each.name, place('variable', 'Name'));
  return {
    ...each,
    name,
    default: each.default === null ? null : change(each.default, place('template', 'Default')),
  };
}

function condition(node: ConditionNode, template: (text: string, field: string) => string): ConditionNode {
  const branches = node.config.branches.map((branch, at) => {
    const name = branchName(branch, at) ?? '';
    const rules = withRules(branch.rules, (rule, path) => {
      const side = (text: string | undefined, which: RuleSide) =>
        text === undefined ? {} : { [which]: template(text, ruleFieldLabel(name, path, which)) };
      return {
        ...rule,
        ...side(rule.left, 'left'),
        ...side(rule.right, 'right'),
        ...side(rule.upper, 'upper'),
      };
    });
    return { ...branch, rules };
  });
  return { ...node, config: { branches } };
}

// The value of a change that unsets stays for another action, and is nothing that a run reads.
function changeOf(each: VariableChange, at: number, change: Change): VariableChange {
  const place = (kind: NodeText['kind'], cell: string) =>
    placeOf('Changes', { kind, off: !each.enabled, row: { number: at + 1, cell } });
  const unsets = each.action === 'unset';
  const variable = change(each.variable, place(unsets ? 'unset' : 'variable', 'Variable'));
  return { ...each, variable, value: unsets ? each.value : change(each.value, place('template', 'Value')) };
}

function apiCall(node: ApiCallNode, change: Change): ApiCallNode {
  const { config } = node;
  const request = (field: string, more: Partial<NodeText> = {}) =>
    placeOf(field, { tab: 'request', ...more });
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

function changedBody(body: RequestBody, change: Change): RequestBody {
  const place = (field: string) => placeOf(field, { tab: 'body' });
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

function row(place: Omit<NodeText, 'text'>, change: Change): (each: Row, at: number) => Row {
  return (each, at) => {
    const cell = cellOf(place, each, at);
    return { ...each, name: change(each.name, cell('Name')), value: change(each.value, cell('Value')) };
  };
}

function part(
  place: Omit<NodeText, 'text'>,
  change: Change,
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
