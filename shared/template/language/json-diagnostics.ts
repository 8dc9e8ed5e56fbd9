import { JsonPosition } from '../encoders/json-position.ts';
import type { BlockNode, TreeNode } from '../syntax/template-tree.ts';
import { parsesNatively } from '../../value/parses-natively.ts';
import { readJson, type JsonReadFailure } from '../../value/read-json.ts';
import type { TemplateDiagnostic } from './template-diagnostic.ts';

/** One way in which a body may come out. */
interface Variant {
  /** The blocks that write their content; the others write what follows their `else`. */
  readonly writing: ReadonlySet<BlockNode>;
  /** What stands in for values. */
  readonly value: '""' | '1';
}

/** With more blocks there are too many ways to try them all, and what is not tried cannot be called wrong. */
const mostBlocks = 5;

/**
 * Where the JSON around the expressions of a body is broken whatever their values are: the body is put together with
 * sample values in all ways in which its blocks may come out, and if none of them is JSON, something between the
 * expressions is wrong. Values that are written as they are (three braces) could be any piece of JSON, so that nothing is
 * said then.
 */
export function jsonDiagnostics(source: string, nodes: readonly TreeNode[]): readonly TemplateDiagnostic[] {
  const blocks = blocksIn(nodes);
  if (source === '' || blocks.length > mostBlocks) return [];
  let furthest: { readonly built: BuiltBody; readonly failure: JsonReadFailure } | null = null;
  for (const variant of variantsOf(blocks)) {
    const built = new BuiltBody(variant);
    built.addAll(nodes);
    if (built.isOpen || parsesNatively(built.text)) return [];
    const read = readJson(built.text);
    if (read.ok) return [];
    if (furthest === null || read.failure.offset > furthest.failure.offset)
      furthest = { built, failure: read.failure };
  }
  return furthest === null ? [] : [diagnosticAt(furthest.built, furthest.failure, source)];
}

function blocksIn(nodes: readonly TreeNode[]): readonly BlockNode[] {
  return nodes.flatMap((node) =>
    node.kind === 'block' ? [node, ...blocksIn(node.body), ...blocksIn(node.otherwise)] : [],
  );
}

/** All blocks writing their content come first: that is the way that a person has in mind. */
function variantsOf(blocks: readonly BlockNode[]): readonly Variant[] {
  const ways = Array.from({ length: 2 ** blocks.length }, (_, way) => {
    return new Set(blocks.filter((_block, at) => ((way >> at) & 1) === 0));
  });
  return ways.flatMap((writing) => (['""', '1'] as const).map((value) => ({ writing, value })));
}

function diagnosticAt(built: BuiltBody, failure: JsonReadFailure, source: string): TemplateDiagnostic {
  const { start, end } = built.originOf(failure.offset, source.length);
  return {
    start,
    end,
    severity: 'error',
    message: `The body is no JSON here: ${failure.message}`,
    fixes: [],
  };
}

/** A body put together in one way, which knows where each piece of it came from. */
class BuiltBody {
  text = '';
  /** It holds a value as it is where JSON stands, which may be anything. */
  isOpen = false;
  readonly #variant: Variant;
  readonly #position = new JsonPosition();
  readonly #pieces: {
    readonly at: number;
    readonly start: number;
    readonly end: number;
    readonly literal: boolean;
  }[] = [];

  constructor(variant: Variant) {
    this.#variant = variant;
  }

  addAll(nodes: readonly TreeNode[]): void {
    for (const node of nodes) {
      if (node.kind === 'text') this.#add(node.text, node, true);
      else if (node.kind === 'block')
        this.addAll(this.#variant.writing.has(node) ? node.body : node.otherwise);
      else if (node.raw && !this.#position.inString) this.isOpen = true;
      else this.#add(this.#position.inString ? '' : this.#variant.value, node, false);
    }
  }

  #add(
    text: string,
    { start, end }: { readonly start: number; readonly end: number },
    literal: boolean,
  ): void {
    this.#pieces.push({ at: this.text.length, start, end, literal });
    this.text += text;
    if (literal) this.#position.follow(text);
  }

  /** Where in the source the character at an offset of the text came from: an expression as a whole. */
  originOf(offset: number, sourceLength: number): { readonly start: number; readonly end: number } {
    const piece = this.#pieces.findLast(({ at }) => at <= offset);
    if (piece === undefined || offset >= this.text.length)
      return { start: Math.max(0, sourceLength - 1), end: sourceLength };
    if (!piece.literal) return piece;
    const start = piece.start + offset - piece.at;
    return { start, end: start + 1 };
  }
}
