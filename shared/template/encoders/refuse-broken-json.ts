import { parsesNatively } from '../../value/parses-natively.ts';
import { readJson } from '../../value/read-json.ts';
import type { RenderedSegment } from '../rendered.ts';
import { TemplateStop, type TemplateProblem } from '../template-problem.ts';

/**
 * Refuses a rendered body that is not JSON, with the place in the template where it stops being JSON, and with the
 * expression if the first wrong character came from one. An empty template means that no body is sent.
 */
export function refuseBrokenJson(text: string, segments: readonly RenderedSegment[], source: string): void {
  if (source === '' || parsesNatively(text)) return;
  const read = readJson(text);
  if (read.ok) return;
  const origin = originOf(read.failure.offset, segments);
  throw new TemplateStop(
    origin === null
      ? { code: 'body-json-invalid', offset: source.length, sentence: `${where} ${read.failure.message}` }
      : problemAt(origin, read.failure.message),
  );
}

const where = 'The body is not valid JSON at line {line}, column {column}.';

function problemAt({ segment, within }: Origin, reason: string): TemplateProblem {
  const code = 'body-json-invalid';
  // The reason quotes a character, which may be shown where it is the template's own and not a value's.
  if (segment.from === 'literal')
    return { code, offset: segment.start + within, sentence: `${where} ${reason}` };
  const name = segment.names?.join(', ') ?? '';
  return { code, offset: segment.start, blame: segment, ...(name === '' ? {} : { name }) };
}

interface Origin {
  readonly segment: RenderedSegment;
  /** The offset inside the segment's text. */
  readonly within: number;
}

/** The segment that gave the character at an offset; `null` at the end of the text, which no segment gave. */
function originOf(offset: number, segments: readonly RenderedSegment[]): Origin | null {
  let start = 0;
  for (const segment of segments) {
    if (offset < start + segment.text.length) return { segment, within: offset - start };
    start += segment.text.length;
  }
  return null;
}
