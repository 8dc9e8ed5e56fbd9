/** Markup that is safe to put into a page: made by the template `markup` alone, so that no text becomes a tag by accident. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand between the parts of a template; texts are escaped, lists are joined. */
type Part = string | number | Markup | readonly Markup[];

/** Markup from a template: everything that is put in is escaped unless it is markup already. */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(texts.reduce((all, text, at) => all + markupOf(parts[at - 1] ?? '') + text));
}

/** Markup that stands there only under a condition. */
export const nothing = new Markup('');

function markupOf(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return escaped(String(part));
}

/** Text within an element or a quoted attribute. Characters that turn the direction of text round are shown as boxes. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('\0', '\ufffd')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
