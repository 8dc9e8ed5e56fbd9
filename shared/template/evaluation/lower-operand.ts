import type { Value } from '../../value/value.ts';
import { mayAsk } from '../helpers/helper.ts';
import { helperNamed, helperNames } from '../helpers/helper-registry.ts';
import { nearestName } from '../nearest-name.ts';
import { TemplateStop } from '../template-problem.ts';
import type { CallOperand, Operand, SourceRange } from '../syntax/template-tree.ts';
import { callHelper } from './call-helper.ts';
import { refuseArguments } from './refuse-arguments.ts';
import type { NameScope } from './name-scope.ts';
import { readPath } from './read-path.ts';
import type { Read, RenderState } from './render-state.ts';

/** The surroundings of an operand: what names mean there, and the tag to blame. */
export interface OperandContext {
  readonly names: NameScope;
  readonly tag: SourceRange;
}

/** How an operand is read; checks its helpers, whether it is ever reached or not. Unknown is `undefined`. */
export function lowerOperand(operand: Operand, context: OperandContext): Read {
  switch (operand.kind) {
    case 'literal':
      return () => operand.value;
    case 'path':
      return readPath(operand, context.names);
    case 'call':
      return lowerCall(operand, context);
  }
}

/** As `lowerOperand` for places where an unknown value is a mistake to report; it is then read as `null`. */
export function lowerRequired(operand: Operand, context: OperandContext): (state: RenderState) => Value {
  const read = lowerOperand(operand, context);
  if (operand.kind === 'literal') return () => operand.value;
  const place = { name: operand.name, at: operand.start };
  return (state) => {
    const value = read(state);
    if (value === undefined) state.unknown(place);
    return value ?? null;
  };
}

function lowerCall(call: CallOperand, context: OperandContext): Read {
  const helper = helperNamed(call.name);
  if (helper === undefined) throw unknownHelper(call, context.tag);
  refuseArguments(helper, call, context.tag);
  const params = call.params.map((param, index) =>
    mayAsk(helper, index) ? lowerAsking(param, context) : lowerRequired(param, context),
  );
  const options = call.options.map(({ name, operand }) => ({ name, read: lowerRequired(operand, context) }));
  return (state) => callHelper(helper, call, context.tag, params, options, state);
}

/** Helpers whose purpose it is to ask whether something is there get `null` for unknown, and nobody is warned. */
function lowerAsking(operand: Operand, context: OperandContext): (state: RenderState) => Value {
  const read = lowerOperand(operand, context);
  return (state) => read(state) ?? null;
}

const pathCalled =
  'Nothing can stand behind the path {name} at line {line}, column {column}; only a helper takes values.';

function unknownHelper(call: CallOperand, tag: SourceRange): TemplateStop {
  const suggestion = nearestName(call.name, helperNames);
  return new TemplateStop({
    code: 'template-unknown-helper',
    offset: call.start,
    blame: tag,
    name: call.name,
    placeholders: { helper: call.name, ...(suggestion === null ? {} : { suggestion }) },
    // A path with something behind it, as while its next key is being written.
    ...(call.name.includes('.') ? { sentence: pathCalled } : {}),
  });
}
