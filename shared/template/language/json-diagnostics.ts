import { JsonPosition } from '../encoders/json-position.ts';
import type { BlockNode, TreeNode } from '../syntax/template-tree.ts';
import { readJson, type JsonReadFailure } from '../../value/read-json.ts';
import type { TemplateDiagnostic } from './template-diagnostic.ts';

/** One way in which a body may come out: which blocks write their content, and what stands in for values. */
interface Variant {
  readonly repeats: boolean;
  readonly holds: boolean;
  readonly value: '""' | '1';
}

const variants: readonly Variant[] = [true, false].flatMap((repeats) =>
  [true, false].flatMap((holds) => (['""', '1'] as const).map((value) => ({ repeats, holds, value }))),
);

/**
 * Where the JSON around the expressions of a body is broken whatever their values are: the body is put together with
 * sample values in a few ways, and if none of them is JSON, something between the expressions is wrong. Values that are
 * written as they are (three braces) could be any piece of JSON, so that nothing is said then.
 */
export function jsonDiagnostics(source: string, nodes: readonly TreeNode[]): readonly TemplateDiagnostic[] {
  if (source === '') return [];
  const used = hasBlocks(nodes) ? variants : variants.filter(({ repeats, holds }) => repeats && holds);
  let furthest: { readonly built: BuiltBody; readonly failure: JsonReadFailure } | null = null;
  for (const variant of used) {
    const built = new BuiltBody(variant);
    built.addAll(nodes);
    if (built.isOpen || parses(built.text)) return [];
    const read = readJson(built.text);
    if (read.ok) return [];
    if (furthest === null || read.failure.offset > furthest.failure.offset)
      furthest = { built, failure: read.failure };
  }
  return furthest === null ? [] : [diagnosticAt(furthest.built, furthest.failure, source)];
}

/** The platform's parser is several times faster at saying yes. */
function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function hasBlocks(nodes: readonly TreeNode[]): boolean {
  return nodes.some(({ kind }) => kind === 'block');
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
      else if (node.kind === 'block') this.addAll(this.#chosen(node));
      else if (node.raw && !this.#position.inString) this.isOpen = true;
      else this.#add(this.#position.inString ? '' : this.#variant.value, node, false);
    }
  }

  /** `if` and `unless` over the same thing exclude each other. */
  #chosen({ name, body, otherwise }: BlockNode): readonly TreeNode[] {
    const { repeats, holds } = this.#variant;
    const writes = name === 'unless' ? !holds : name === 'if' ? holds : repeats;
    return writes ? body : otherwise;
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
