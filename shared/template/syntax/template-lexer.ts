import { handlebarsParser, type HandlebarsLexer } from './handlebars.ts';
import { lexerRules, rulesInsideTag } from './lexer-rules.ts';
import type { TagWatch } from './tag-watch.ts';

const baseLexer = handlebarsParser.lexer;

/**
 * The lexer of the official parser for one source, under the eyes of a `TagWatch`.
 *
 * Its locations are UTF-16 offsets of the source in place of lines and columns, which Handlebars counts wrong behind
 * some line ends. The text is never changed beforehand, so every offset is true. The module's own lexer, which
 * everybody who imports Handlebars shares, stays as it is.
 */
export function templateLexer(source: string, watch: TagWatch): HandlebarsLexer {
  const lexer = Object.create(baseLexer) as HandlebarsLexer;
  lexer.rules = lexerRules;
  lexer._currentRules = () =>
    lexer.conditionStack.at(-1) === 'mu'
      ? rulesInsideTag(lexer._input.charAt(0))
      : baseLexer._currentRules.call(lexer);
  lexer.lex = () => {
    // `next` and not the base's `lex`: that one calls itself through `this`, which would show a token to us twice.
    for (;;) {
      const start = source.length - lexer._input.length;
      const found = lexer.next();
      if (found === undefined) continue;
      const accepted = watch.accept(lexer, found, start);
      const end = source.length - lexer._input.length;
      lexer.yylloc = { first_line: start, first_column: start, last_line: end, last_column: end };
      return accepted;
    }
  };
  return lexer;
}
