import { handlebarsParser, type HandlebarsLexer } from './handlebars.ts';
import {
  refusedStop,
  syntaxStop,
  unclosedBlockStop,
  unclosedTagStop,
  unopenedBlockStop,
} from './syntax-problems.ts';
import { unexpectedTokenDetail } from './unexpected-token.ts';
import type { TemplateStop } from '../template-problem.ts';

const token = handlebarsParser.symbols_;

/** Blocks and sub-expressions inside each other; whatever walks the tree is recursive. */
const maxDepth = 200;

/** Names, dots and values between two braces; no person writes a tenth of it. */
const maxTagTokens = 5000;

const openingTags = new Set([
  token['OPEN'],
  token['OPEN_UNESCAPED'],
  token['OPEN_BLOCK'],
  token['OPEN_INVERSE'],
  token['OPEN_INVERSE_CHAIN'],
  token['OPEN_ENDBLOCK'],
]);
const closingTags = new Set([token['CLOSE'], token['CLOSE_UNESCAPED'], token['CLOSE_RAW_BLOCK']]);
const literals = new Set([token['NUMBER'], token['BOOLEAN'], token['NULL'], token['UNDEFINED']]);

/**
 * Watches the tokens of one source go by: it knows which tag and which blocks are open, which the parser's own errors do
 * not tell, and changes the few tokens that Flowbench reads differently.
 */
export class TagWatch {
  readonly #source: string;
  readonly #onToken: (offset: number) => void;
  #openTag: { readonly start: number; readonly triple: boolean } | null = null;
  /** The tag that was opened last, whether it is still open or not. */
  #lastTag = { start: 0, triple: false };
  readonly #openBlocks: { readonly start: number; chained: number }[] = [];
  #depth = 0;
  #tagTokens = 0;
  #afterSeparator = false;

  /** @param onToken told of every token, so that reading can be stopped like any other work */
  constructor(source: string, onToken: (offset: number) => void) {
    this.#source = source;
    this.#onToken = onToken;
  }

  /** Takes the token that the lexer has just read from `start` on, and gives the one that the parser shall see. */
  accept(lexer: HandlebarsLexer, found: number | string, start: number): number | string {
    this.#onToken(start);
    this.#tagTokens = this.#openTag === null ? 0 : this.#tagTokens + 1;
    if (this.#tagTokens > maxTagTokens) throw syntaxStop(start, 'the expression is too long');
    const afterSeparator = this.#afterSeparator;
    this.#afterSeparator = found === token['SEP'];
    if (typeof found === 'string') return found;
    if (openingTags.has(found)) this.#tagOpened(found, lexer.yytext, start);
    else if (closingTags.has(found)) return this.#tagClosed(lexer, found, start);
    else if (afterSeparator && literals.has(found)) return this.#keyRead(lexer, start);
    else this.#other(found, start);
    return found;
  }

  /** Why a token cannot stand where it is. */
  unexpected(name: string, offset: number): TemplateStop {
    const tag = this.#openTag;
    if (tag !== null && !this.#isClosedLater(tag.start)) return unclosedTagStop(this.#source, tag.start);
    const block = this.#openBlocks.at(-1);
    if (name === 'EOF' && block !== undefined) return unclosedBlockStop(this.#source, block.start);
    return syntaxStop(
      offset,
      unexpectedTokenDetail(name, this.#source, offset, {
        triple: this.#lastTag.triple,
        block: block !== undefined,
      }),
    );
  }

  #tagOpened(found: number, text: string, start: number): void {
    if (this.#openTag !== null) throw unclosedTagStop(this.#source, this.#openTag.start);
    if (text.includes('*')) throw refusedStop(this.#source, start, 'template-decorator-refused');
    this.#lastTag = { start, triple: found === token['OPEN_UNESCAPED'] };
    this.#openTag = this.#lastTag;
    if (found === token['OPEN_BLOCK'] || found === token['OPEN_INVERSE']) {
      this.#openBlocks.push({ start, chained: 0 });
      this.#deeper(start);
    } else if (found === token['OPEN_INVERSE_CHAIN']) {
      const block = this.#openBlocks.at(-1);
      if (block !== undefined) block.chained += 1;
      this.#deeper(start);
    } else if (found === token['OPEN_ENDBLOCK']) {
      const block = this.#openBlocks.pop();
      if (block === undefined) throw unopenedBlockStop(this.#source, start);
      this.#depth -= 1 + block.chained;
    }
  }

  /**
   * The lexer takes the longest run of closing braces, whatever was opened. What the opening did not ask for goes back
   * to the text, so that `{"price":{{price}}}` is an expression and a brace.
   */
  #tagClosed(lexer: HandlebarsLexer, found: number, start: number): number {
    const { triple } = this.#lastTag;
    this.#openTag = null;
    if (found === token['CLOSE_RAW_BLOCK']) lexer.popState();
    const wanted = triple ? '}}}' : '}}';
    if (found === token['CLOSE'] || !lexer.yytext.startsWith(wanted)) return found;
    lexer.yytext = wanted;
    lexer._input = this.#source.slice(start + wanted.length);
    return triple ? (token['CLOSE_UNESCAPED'] ?? found) : (token['CLOSE'] ?? found);
  }

  /** Behind a dot everything is a key: `items.0`, `m.0.1` (two keys and no decimal), `a.true`. */
  #keyRead(lexer: HandlebarsLexer, start: number): number {
    const [key = ''] = lexer.yytext.split('.');
    lexer.yytext = key;
    lexer._input = this.#source.slice(start + key.length);
    return token['ID'] ?? 0;
  }

  #other(found: number, start: number): void {
    switch (found) {
      case token['OPEN_RAW_BLOCK']:
        throw refusedStop(this.#source, start, 'template-raw-block-refused');
      case token['OPEN_PARTIAL']:
      case token['OPEN_PARTIAL_BLOCK']:
        throw refusedStop(this.#source, start, 'template-partial-refused');
      case token['OPEN_SEXPR']:
        this.#deeper(start);
        break;
      case token['CLOSE_SEXPR']:
        this.#depth -= 1;
        break;
    }
  }

  #deeper(start: number): void {
    this.#depth += 1;
    if (this.#depth > maxDepth)
      throw syntaxStop(start, `blocks and brackets are nested more than ${maxDepth} deep`);
  }

  /** A tag counts as closed if closing braces come before the next opening ones. */
  #isClosedLater(tagStart: number): boolean {
    const inside = tagStart + (this.#lastTag.triple ? 3 : 2);
    const close = this.#source.indexOf('}}', inside);
    const next = this.#source.indexOf('{{', inside);
    return close !== -1 && (next === -1 || close < next);
  }
}
