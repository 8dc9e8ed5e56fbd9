/** How web pages name the characters from U+00A0 on, in their order (HTML 4). */
const latin1Names = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 ' +
  'sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc ' +
  'Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve ' +
  'Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute ' +
  'acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ' +
  'ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
).split(' ');

/** What web pages name of ASCII: what their own grammar needs, and what some encoders name besides. */
const asciiNames: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  QUOT: '"',
  AMP: '&',
  LT: '<',
  GT: '>',
  apos: "'",
  sol: '/',
  bsol: '\\',
  plus: '+',
  equals: '=',
  colon: ':',
  semi: ';',
  comma: ',',
  period: '.',
  excl: '!',
  num: '#',
  dollar: '$',
  percnt: '%',
  ast: '*',
  quest: '?',
  commat: '@',
  lpar: '(',
  rpar: ')',
  lsqb: '[',
  rsqb: ']',
  lcub: '{',
  rcub: '}',
  lbrack: '[',
  rbrack: ']',
  lbrace: '{',
  rbrace: '}',
  verbar: '|',
  vert: '|',
  lowbar: '_',
  Hat: '^',
  grave: '`',
};

const characters = new Map([
  ...Object.entries(asciiNames),
  ...latin1Names.map((name, at) => [name, String.fromCharCode(0xa0 + at)] as const),
]);

/** Texts that were written for a web page twice are followed; who does it more often is not. */
const deepestNesting = 2;

/** A text, and what it shows in a web page where that is something else: `&#34;`, `&#x22;` and `&quot;` are a quote. */
export function withoutEntities(text: string): readonly string[] {
  const texts = [text];
  for (let depth = 0; depth < deepestNesting; depth += 1) {
    const before = texts.at(-1) ?? '';
    if (!before.includes('&')) break;
    const shown = before.replace(
      /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z]{2,8}\d{0,2}));?/g,
      (whole: string, decimal?: string, hexadecimal?: string, name?: string) =>
        (name === undefined ? numbered(decimal, hexadecimal) : characters.get(name)) ?? whole,
    );
    if (shown === before) break;
    texts.push(shown);
  }
  return texts;
}

function numbered(decimal?: string, hexadecimal = ''): string | undefined {
  const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
