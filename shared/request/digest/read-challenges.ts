/** One challenge of a server: how it wants to be shown who calls (RFC 9110 §11.6.1). */
export interface AuthenticationChallenge {
  /** In lower case. */
  readonly scheme: string;
  /** By name in lower case; quotes and their escapes are undone. The first of a name counts. */
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * Reads the challenges of `WWW-Authenticate`, all of its lines in order. Several challenges may stand on one line, parted
 * by the same commas as their parameters. What cannot be read ends the line: guessing where the next challenge begins
 * could take its parameters for those of another.
 */
export function readChallenges(lines: readonly string[]): readonly AuthenticationChallenge[] {
  return lines.flatMap(challengesOfLine);
}

/** A list of `name=value` by itself, as `Authentication-Info` holds it. */
export function readParameters(lines: readonly string[]): ReadonlyMap<string, string> {
  const [challenge] = challengesOfLine(`info ${lines.join(', ')}`);
  return challenge?.parameters ?? new Map<string, string>();
}

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const quoted = '"(?:[^"\\\\]|\\\\.)*"';
const parameterPattern = new RegExp(`(${token})[ \\t]*=[ \\t]*(${token}|${quoted})`, 'sy');
const schemePattern = new RegExp(`(${token})(?=[ \\t]|,|$)`, 'sy');
const token68Pattern = /[A-Za-z0-9._~+/-]+=*(?=[ \t]*(?:,|$))/y;
const separatorPattern = /[ \t,]*/y;

interface OpenChallenge {
  readonly scheme: string;
  readonly parameters: Map<string, string>;
}

function challengesOfLine(line: string): readonly AuthenticationChallenge[] {
  const challenges: OpenChallenge[] = [];
  const reader = new LineReader(line);
  reader.take(separatorPattern);
  while (!reader.isAtEnd) {
    const open = challenges.at(-1);
    const hasParameter = open !== undefined && takeParameter(reader, open);
    const begun = hasParameter ? null : takeScheme(reader);
    if (begun !== null) challenges.push(begun);
    else if (!hasParameter) return challenges;
    reader.take(separatorPattern);
  }
  return challenges;
}

function takeParameter(reader: LineReader, { parameters }: OpenChallenge): boolean {
  const found = reader.take(parameterPattern);
  if (found === null) return false;
  const [, name = '', value = ''] = found;
  if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), unquoted(value));
  return true;
}

/** Some schemes are followed by a text of their own instead of parameters. */
function takeScheme(reader: LineReader): OpenChallenge | null {
  const [, scheme] = reader.take(schemePattern) ?? [];
  if (scheme === undefined) return null;
  reader.take(/[ \t]+/y);
  if (!reader.isAt(parameterPattern)) reader.take(token68Pattern);
  return { scheme: scheme.toLowerCase(), parameters: new Map() };
}

class LineReader {
  readonly #line: string;
  #at = 0;

  constructor(line: string) {
    this.#line = line;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#line.length;
  }

  isAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#line);
  }

  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#line);
    if (found !== null) this.#at += found[0].length;
    return found;
  }
}

function unquoted(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/gs, '$1') : value;
}
