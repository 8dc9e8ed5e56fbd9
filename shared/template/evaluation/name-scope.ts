import type { BlockNode, Operand, PathOperand } from '../syntax/template-tree.ts';

/** What names mean at a place inside blocks, as far as the source alone tells. */
export interface NameScope {
  /** For each block around the place whose item plain names belong to, outermost first: what the item came from. */
  readonly levels: readonly (readonly string[])[];
  /** The names of `as |item index|` that can be seen, and what their values came from. */
  readonly locals: ReadonlyMap<string, readonly string[]>;
}

/** The scope outside all blocks. */
export const topScope: NameScope = { levels: [], locals: new Map() };

/** The scope inside an `each` or `with` block. */
export function scopeInside(block: BlockNode, outside: NameScope): NameScope {
  const source = namesOfOperands(block.params, outside);
  const locals = new Map(outside.locals);
  for (const local of block.locals) locals.set(local, source);
  return { levels: [...outside.levels, source], locals };
}

/**
 * The names of the run and the system that an operand reads, as dotted paths from the top.
 *
 * Never too few, because secrets are found by them: a value inside a block counts as all of what the block's item came
 * from, and `../` as everything that it could mean.
 */
export function namesOfOperands(operands: readonly Operand[], scope: NameScope): readonly string[] {
  const [only] = operands;
  if (only?.kind === 'path' && operands.length === 1) return namesOfPath(only, scope);
  return [...new Set(operands.flatMap((operand) => namesOfOperand(operand, scope)))];
}

function namesOfOperand(operand: Operand, scope: NameScope): readonly string[] {
  switch (operand.kind) {
    case 'literal':
      return [];
    case 'path':
      return namesOfPath(operand, scope);
    case 'call':
      return namesOfOperands([...operand.params, ...operand.options.map((option) => option.operand)], scope);
  }
}

function namesOfPath(path: PathOperand, scope: NameScope): readonly string[] {
  const direct = pathFromTop(path, scope);
  if (path.data) return direct === null ? loopNames(path, scope) : [direct.join('.')];
  const local = localOf(path, scope);
  if (local !== undefined) return local;
  if (path.depth === 0 && scope.levels.length > 0) return scope.levels.at(-1) ?? [];
  // A block makes no level where its item is the item around it, so `../` may reach further out than it looks.
  const outer = scope.levels.slice(0, Math.max(0, scope.levels.length - path.depth)).flat();
  return path.depth > scope.levels.length ? [] : [...outer, topName(path)];
}

/**
 * The path of a variable or system name (`['order', 'id']`, `['@env', 'host']`), `@root` itself for all variables, or
 * `null` for what belongs to a block: an item, a named local, a place in a loop.
 */
export function pathFromTop(path: PathOperand, scope: NameScope): readonly string[] | null {
  if (path.data) return dataFromTop(path, scope);
  if (localOf(path, scope) !== undefined || path.depth !== scope.levels.length) return null;
  return path.parts.length === 0 ? ['@root'] : path.parts;
}

function dataFromTop(
  { parts: [head = '', ...rest] }: PathOperand,
  scope: NameScope,
): readonly string[] | null {
  if (head === 'root') return rest.length === 0 ? ['@root'] : rest;
  return loopHeads.has(head) && scope.levels.length > 0 ? null : [`@${head}`, ...rest];
}

/** What `each` offers about its round. */
export const loopHeads: ReadonlySet<string> = new Set(['index', 'key', 'first', 'last']);

/** A key belongs to the data that the loop goes through; a count does not. */
function loopNames(path: PathOperand, scope: NameScope): readonly string[] {
  return path.parts[0] === 'key' ? [...new Set(scope.levels.flat())] : [];
}

function localOf(path: PathOperand, scope: NameScope): readonly string[] | undefined {
  return path.scoped || path.depth > 0 || path.data ? undefined : scope.locals.get(path.parts[0] ?? '');
}

function topName(path: PathOperand): string {
  return path.parts.length === 0 ? '@root' : path.parts.join('.');
}
