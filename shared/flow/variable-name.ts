const reserved = new Set(['this', 'true', 'false', 'null']);

/** A letter or `_`, then letters, digits and `_`; no word that templates give a meaning (FORMATS). */
export function isVariableName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) && !reserved.has(text);
}
