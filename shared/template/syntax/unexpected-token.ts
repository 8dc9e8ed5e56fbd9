/** What is known about the place where a token does not fit. */
export interface TokenPlace {
  /** The tag that is open began with three braces. */
  readonly triple: boolean;
  /** A block is open. */
  readonly block: boolean;
}

/** Why a token cannot stand at an offset: the end of a sentence, for people who do not know the grammar. */
export function unexpectedTokenDetail(
  name: string,
  source: string,
  offset: number,
  place: TokenPlace,
): string {
  switch (name) {
    case 'EOF':
      return 'the template ends too early';
    case 'INVERSE':
    case 'OPEN_INVERSE_CHAIN':
      return place.block ? 'the block has its last else already' : 'else stands outside a block';
    case 'CLOSE':
    case 'CLOSE_UNESCAPED':
      return closeDetail(source, offset, place);
    case 'INVALID':
      return invalidDetail(source, offset);
    default:
      return `${quoted(source, offset)} cannot stand here`;
  }
}

function closeDetail(source: string, offset: number, place: TokenPlace): string {
  if (/\{\{[~{&#/^]*\s*$/.test(source.slice(Math.max(0, offset - 100), offset)))
    return 'nothing stands between the braces';
  if (place.triple) return 'three opening braces need three closing ones';
  return 'something is missing before the closing braces';
}

function invalidDetail(source: string, offset: number): string {
  const rest = source.slice(offset, offset + 100);
  const index = /^([^\s[\](){}"'.]+)\[([^\]]*)\]/.exec(rest);
  if (index !== null) return `write ${index[1] ?? ''}.[${index[2] ?? ''}] instead of ${index[0]}`;
  if (/^["']/.test(rest)) return 'a quote is never closed';
  if (rest.startsWith('[')) return 'a square bracket is never closed';
  if (/^[{}]/.test(rest)) return 'a single brace stands inside the expression';
  return `${quoted(source, offset)} cannot stand here`;
}

function quoted(source: string, offset: number): string {
  const word = /^(?:\{\{[~{&#/^]*|[\w$-]+|.)/su.exec(source.slice(offset, offset + 40))?.[0] ?? '';
  return JSON.stringify(word);
}
