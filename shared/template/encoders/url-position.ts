/** The part of an address that the next character belongs to; `start` before any character of a base URL. */
export type UrlPart =
  'start' | 'scheme' | 'scheme-colon' | 'scheme-slash' | 'authority' | 'path' | 'query' | 'fragment';

/** Where in an address the next character comes to stand, followed character by character as text is emitted. */
export class UrlPosition<Contributor> {
  part: UrlPart;
  #segment = '';
  #contributor: Contributor | null = null;
  readonly #onDotSegment: (contributor: Contributor, segment: string) => void;

  /** @param onDotSegment told when a value has had a part in a path segment that is `.` or `..` */
  constructor(part: 'start' | 'path', onDotSegment: (contributor: Contributor, segment: string) => void) {
    this.part = part;
    this.#onDotSegment = onDotSegment;
  }

  /** @param contributor the expression that the text came from; `null` for the template's own text */
  follow(text: string, contributor: Contributor | null): void {
    // An expression has its part in a segment even when it gives no text: `.{{x}}.` is no segment of the author's.
    if (contributor !== null) this.#contributor = contributor;
    for (const character of text) {
      this.#next(character);
      if (contributor !== null) this.#contributor = contributor;
    }
  }

  end(): void {
    if (this.part === 'path') this.#endSegment();
  }

  #next(character: string): void {
    switch (this.part) {
      case 'path':
        this.#nextInPath(character);
        break;
      case 'query':
        if (character === '#') this.part = 'fragment';
        break;
      case 'fragment':
        break;
      case 'authority':
        this.part = partAfter(character, 'authority');
        break;
      default:
        this.part = afterScheme(this.part, character);
        break;
    }
    if (this.part === 'path' && /[/\\]/.test(character)) this.#startSegment();
  }

  #nextInPath(character: string): void {
    const part = partAfter(character, 'path');
    if (part !== 'path' || /[/\\]/.test(character)) this.#endSegment();
    // URL parsers drop these three without a word, so they keep no dots apart.
    else if (!/[\t\r\n]/.test(character) && this.#segment.length < 7) this.#segment += character;
    this.part = part;
  }

  #startSegment(): void {
    this.#segment = '';
    this.#contributor = null;
  }

  #endSegment(): void {
    const segment = this.#segment.replace(/%2e/gi, '.');
    if (this.#contributor !== null && (segment === '.' || segment === '..')) {
      this.#onDotSegment(this.#contributor, segment);
    }
    this.#startSegment();
  }
}

/** URL parsers take `\` for `/` in http addresses. */
function partAfter(character: string, otherwise: UrlPart): UrlPart {
  if (character === '/' || character === '\\') return 'path';
  if (character === '?') return 'query';
  return character === '#' ? 'fragment' : otherwise;
}

function afterScheme(part: UrlPart, character: string): UrlPart {
  if (part === 'scheme-slash' && character === '/') return 'authority';
  if (part === 'scheme-colon' && character === '/') return 'scheme-slash';
  if (part === 'scheme-colon' || part === 'scheme-slash') return partAfter(character, 'path');
  return character === ':' ? 'scheme-colon' : partAfter(character, 'scheme');
}
