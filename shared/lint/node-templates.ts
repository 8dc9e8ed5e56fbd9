import type { NodeText } from '../flow/node-text.ts';
import { nodeTexts, withNodeTexts } from '../flow/node-texts.ts';
import { withChangedNode } from '../flow/edit-flow.ts';
import type { FlowNode } from '../nodes/node.ts';
import type { TemplateDiagnostic, TemplateEdit } from '../template/language/template-diagnostic.ts';
import type { TemplateField } from '../template/template-field.ts';
import type { Fix } from './finding.ts';
import type { Found, FoundPlace } from './lint-rule.ts';
import { flowFix } from './flow-fix.ts';

/** A template of a node that a run renders, and what it is written into. */
export interface NodeTemplate extends NodeText {
  readonly into: TemplateField;
}

/** The templates of a node that are rendered: those of rows that are off are not. */
export function nodeTemplates(node: FlowNode): readonly NodeTemplate[] {
  return nodeTexts(node)
    .filter(({ kind, off }) => (kind === 'template' || kind === 'inner') && !off)
    .map((text) => ({ ...text, into: templateField(node, text) }));
}

/** What a template of a node is written into. */
export function templateField(
  node: FlowNode,
  { field, row, tab }: Pick<NodeText, 'field' | 'row' | 'tab'>,
): TemplateField {
  if (node.kind === 'start')
    return node.config.inputs[(row?.number ?? 1) - 1]?.type === 'json' ? 'json' : 'text';
  if (node.kind !== 'api-call') return 'text';
  if (tab === 'body') return fieldOfBody(node.config.body.type, field);
  if (field === 'Path') return 'path';
  return field === 'Headers' ? 'header' : 'query';
}

function fieldOfBody(type: string, field: string): TemplateField {
  if (field === 'Variables' || (field === 'Content' && type === 'json')) return 'json';
  return field === 'Form' || field === 'Parts' ? 'query' : 'text';
}

/** Where in a node's text something is. */
function placeIn(text: NodeText, range: { readonly start: number; readonly end: number }): FoundPlace {
  const { field, row, tab } = text;
  return { field, row, tab, range: { start: range.start, end: range.end } };
}

/** What the template editor would mark, as a rule tells it. */
export function diagnosticFound(
  node: FlowNode,
  template: NodeTemplate,
  { message, start, end, fixes }: TemplateDiagnostic,
): Found {
  return {
    message,
    at: placeIn(template, { start, end }),
    fixes: fixes.map(({ title, edits }) => textFix(title, node, template, edits)),
  };
}

/** A fix that edits one text of a node, while it is as it was. */
export function textFix(
  title: string,
  { id }: FlowNode,
  known: NodeText,
  edits: readonly TemplateEdit[],
): Fix {
  return flowFix(title, (flow) =>
    withChangedNode(flow, id, (node) =>
      withNodeTexts(node, (text, place) =>
        text === known.text && isSamePlace(place, known) ? editedText(text, edits) : text,
      ),
    ),
  );
}

function isSamePlace(a: Omit<NodeText, 'text'>, b: NodeText): boolean {
  return (
    a.field === b.field && a.tab === b.tab && a.row?.number === b.row?.number && a.row?.cell === b.row?.cell
  );
}

/** A text with edits of it made, the last one first, so that the places of the others hold. */
export function editedText(text: string, edits: readonly TemplateEdit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce((before, edit) => before.slice(0, edit.start) + edit.text + before.slice(edit.end), text);
}
