import { firstLine, lineColours, type LineState } from '#shared/template/language/template-colours.ts';
import type { TemplateField } from '#shared/template/template-field.ts';
import { languages } from './monaco.ts';

/** Templates in text, and templates in JSON: they differ in what is coloured around the expressions. */
const ids = { text: 'template', json: 'template-json' } as const;

export const jsonLanguage: string = ids.json;

export const templateLanguages: readonly string[] = Object.values(ids);

/** The language of a kind of field. */
export function languageOf(field: TemplateField): string {
  return field === 'json' ? ids.json : ids.text;
}

for (const [kind, id] of Object.entries(ids)) {
  languages.register({ id });
  languages.setTokensProvider(id, tokensProvider(kind === 'json'));
  languages.setLanguageConfiguration(id, {
    brackets:
      kind === 'json'
        ? [
            ['{', '}'],
            ['[', ']'],
            ['(', ')'],
          ]
        : [['(', ')']],
    autoClosingPairs: [{ open: '{', close: '}' }],
    // In front of a letter the braces are for what stands there; in front of anything else they begin anew.
    autoCloseBefore: ' \t\r\n"\'`.,;:=+-*/\\|?!&%#~^(){}[]<>',
    // They have the colours that they have at rest.
    colorizedBracketPairs: [],
    wordPattern: /@?[\p{L}_$][\p{L}\p{N}_$-]*|-?\d+(?:\.\d+)?/u,
  });
}

/** What a line leaves open, as the editor keeps it between lines. */
class EndOfLine implements languages.IState {
  readonly state: LineState;

  constructor(state: LineState) {
    this.state = state;
  }

  clone(): this {
    return this;
  }

  equals(other: languages.IState): boolean {
    if (!(other instanceof EndOfLine)) return false;
    const { tag, closing, inString } = other.state;
    return this.state.tag === tag && this.state.closing === closing && this.state.inString === inString;
  }
}

function tokensProvider(json: boolean): languages.TokensProvider {
  return {
    getInitialState: () => new EndOfLine(firstLine),
    tokenize: (line, before) => {
      const { stretches, state } = lineColours(
        line,
        before instanceof EndOfLine ? before.state : firstLine,
        json,
      );
      return {
        tokens: stretches.map(({ start, colour }) => ({ startIndex: start, scopes: colour })),
        endState: new EndOfLine(state),
      };
    },
  };
}
