/** How parts of a report are set apart on a terminal; each gives its text back, in colour where there is any. */
export interface TerminalStyle {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly bot: (text: string) => string;
  readonly person: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly key: (text: string) => string;
}

/** What decides about colours. */
export interface TerminalFacts {
  readonly isTTY: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Colours for a terminal that a person looks at: the basic ones, which every theme has made readable. None in a pipe or a
 * file, on a dumb terminal, or where `NO_COLOR` is set (no-color.org). `FORCE_COLOR` decides before all of that: `0` or
 * `false` is none, anything else is colour (force-color.org).
 */
export function terminalStyle({ env, isTTY }: TerminalFacts): TerminalStyle {
  const isColoured =
    forced(env['FORCE_COLOR']) ?? (isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb');
  const code =
    (start: number, end: number) =>
    (text: string): string =>
      isColoured && text !== '' ? `\u001b[${String(start)}m${text}\u001b[${String(end)}m` : text;
  return {
    strong: code(1, 22),
    quiet: code(2, 22),
    bot: code(36, 39),
    person: code(35, 39),
    good: code(32, 39),
    bad: code(31, 39),
    key: code(34, 39),
  };
}

function forced(wish: string | undefined): boolean | null {
  if (wish === undefined || wish === '') return null;
  return wish !== '0' && wish !== 'false';
}
