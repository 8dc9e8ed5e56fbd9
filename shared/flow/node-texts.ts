import { withRules } from '../condition/rule-entries.ts';
import { ruleFieldLabel, type RuleSide } from '../condition/rule-place.ts';
import type { AnswerType } from '../nodes/answer-types.ts';
import type { ConditionNode } from '../nodes/condition-node.ts';
import { branchName } from '../nodes/exit-name.ts';
import type { FlowNode } from '../nodes/node.ts';
import type { VariableChange } from '../nodes/set-variables-node.ts';
import type { PromptChoice, PromptConfig } from '../nodes/prompt-node.ts';
import type { FlowInput } from '../nodes/start-node.ts';
import { assertNever } from '../outcome/assert-never.ts';
import { changedCall } from './call-texts.ts';
import { withLoopTexts } from './loop-texts.ts';
import { placeOfText, type NodeText, type TextChange } from './node-text.ts';
import { changedSubFlow } from './sub-flow-texts.ts';

/** The field of a text in words: `Query, row 2`. */
export function fieldAndRow({ field, row }: Pick<NodeText, 'field' | 'row'>): string {
  return row === null ? field : `${field}, row ${String(row.number)}`;
}

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
export function withNodeTexts(node: FlowNode, change: TextChange): FlowNode {
  let changes = 0;
  const after = changedNode(node, (text, place) => {
    const next = change(text, place);
    if (next !== text) changes += 1;
    return next;
  });
  return changes === 0 ? node : after;
}

function changedNode(node: FlowNode, change: TextChange): FlowNode {
  const template = (text: string, field: string) => change(text, placeOfText(field));
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
      return changedCall(node, change);
    case 'sub-flow':
      return { ...node, config: changedSubFlow(node.config, change) };
    case 'loop':
      return {
        ...node,
        config: withLoopTexts(node.config, (text, field, kind) => change(text, placeOfText(field, { kind }))),
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
function prompt(config: PromptConfig, change: TextChange): PromptConfig {
  const { answerType, choices, dateRules, textRules } = config;
  const rule = (text: string | undefined, field: string, type: AnswerType) =>
    text === undefined ? undefined : change(text, placeOfText(field, { off: answerType !== type }));
  const text = change(config.text, placeOfText('Question'));
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
  const variable = change(config.variable, placeOfText('Variable', { kind: 'variable' }));
  const retryText = change(config.retryText, placeOfText('When the answer does not fit'));
  return { ...config, text, ...changed, variable, retryText };
}

const patternField = 'When the pattern is not found';

function choice(each: PromptChoice, at: number, off: boolean, change: TextChange): PromptChoice {
  const place = (cell: string) => placeOfText('Choices', { off, row: { number: at + 1, cell } });
  const label = change(each.label, place('Label'));
  return { ...each, label, value: change(each.value, place('Value')) };
}

/** What was not set stays absent. */
function withSet<Rules extends object>(rules: Rules, changes: Partial<Rules>): Rules {
  const set = Object.entries(changes).filter(([, text]) => text !== undefined);
  return { ...rules, ...(Object.fromEntries(set) as Partial<Rules>) };
}

function input(each: FlowInput, at: number, change: TextChange): FlowInput {
  const place = (kind: NodeText['kind'], cell: string) =>
    placeOfText('Inputs', { kind, row: { number: at + 1, cell } });
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
function changeOf(each: VariableChange, at: number, change: TextChange): VariableChange {
  const place = (kind: NodeText['kind'], cell: string) =>
    placeOfText('Changes', { kind, off: !each.enabled, row: { number: at + 1, cell } });
  const unsets = each.action === 'unset';
  const variable = change(each.variable, place(unsets ? 'unset' : 'variable', 'Variable'));
  return { ...each, variable, value: unsets ? each.value : change(each.value, place('template', 'Value')) };
}
