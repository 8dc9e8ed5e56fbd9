import { editor } from './monaco.ts';

const name = 'flowbench';

/** The token of each colour of a template; the field at rest has the same in `template-text.module.css`. */
const colourTokens: Readonly<Record<string, string>> = {
  text: '--text-1',
  brace: '--expr',
  name: '--expr',
  data: '--expr',
  helper: '--expr-call',
  block: '--expr-call',
  string: '--expr-string',
  number: '--expr-number',
  literal: '--expr-number',
  comment: '--text-3',
  'json-key': '--j-key',
  'json-string': '--j-string',
  'json-number': '--j-number',
  'json-literal': '--j-bool',
  'json-sign': '--text-2',
};

const windowTokens: Readonly<Record<string, string>> = {
  foreground: '--text-1',
  focusBorder: '--focus',
  descriptionForeground: '--text-2',
  errorForeground: '--exception',
  'icon.foreground': '--text-2',
  'editor.foreground': '--text-1',
  'editorCursor.foreground': '--text-1',
  'editorLineNumber.foreground': '--text-3',
  'editorLineNumber.activeForeground': '--text-1',
  'editorError.foreground': '--exception',
  'editorWarning.foreground': '--s4xx',
  'editorLightBulb.foreground': '--accent',
  'editorWidget.background': '--surface-2',
  'editorWidget.foreground': '--text-1',
  'editorWidget.border': '--border-2',
  'editorHoverWidget.background': '--surface-2',
  'editorHoverWidget.foreground': '--text-1',
  'editorHoverWidget.border': '--border-2',
  'editorHoverWidget.statusBarBackground': '--surface-1',
  'editorHoverWidget.highlightForeground': '--accent',
  'editorSuggestWidget.background': '--surface-2',
  'editorSuggestWidget.foreground': '--text-1',
  'editorSuggestWidget.border': '--border-2',
  'editorSuggestWidget.selectedBackground': '--select',
  'editorSuggestWidget.selectedForeground': '--text-1',
  'editorSuggestWidget.selectedIconForeground': '--text-1',
  'editorSuggestWidget.highlightForeground': '--accent',
  'editorSuggestWidget.focusHighlightForeground': '--accent',
  'list.hoverBackground': '--hover',
  'list.focusBackground': '--select',
  'list.focusForeground': '--text-1',
  'list.activeSelectionBackground': '--select',
  'list.activeSelectionForeground': '--text-1',
  'list.highlightForeground': '--accent',
  'input.background': '--field',
  'input.foreground': '--text-1',
  'input.border': '--border-control',
  'input.placeholderForeground': '--text-3',
  'inputOption.activeBackground': '--accent-bg',
  'inputOption.activeBorder': '--accent-border',
  'inputOption.activeForeground': '--accent',
  'textLink.foreground': '--accent',
  'textLink.activeForeground': '--accent',
  'menu.background': '--surface-2',
  'menu.foreground': '--text-1',
  'menu.border': '--border-2',
  'menu.selectionBackground': '--select',
  'menu.selectionForeground': '--text-1',
  'keybindingLabel.background': '--surface-1',
  'keybindingLabel.foreground': '--text-2',
  'keybindingLabel.border': '--border-2',
  'keybindingLabel.bottomBorder': '--border-2',
  'toolbar.hoverBackground': '--hover',
};

/** What lies on the field's own ground, or is drawn by its style sheet. */
const clear: readonly string[] = [
  'editor.background',
  'editor.lineHighlightBorder',
  'editorGutter.background',
  'editorOverviewRuler.border',
  'scrollbar.shadow',
  'editorBracketMatch.background',
];

/** Gives every editor the looks of the page, now and whenever its theme changes. */
export function followPageTheme(): void {
  const apply = () => {
    defineTheme();
    editor.setTheme(name);
  };
  new MutationObserver(apply).observe(document.documentElement, { attributeFilter: ['class'] });
  apply();
}

function defineTheme(): void {
  const read = tokenReader();
  const root = document.documentElement.classList;
  const isDark = !root.contains('theme-light');
  editor.defineTheme(name, {
    base: root.contains('theme-contrast') ? 'hc-black' : isDark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: Object.entries(colourTokens).map(([token, from]) => ({
      token,
      foreground: read(from).slice(1, 7),
    })),
    colors: {
      ...Object.fromEntries(Object.entries(windowTokens).map(([colour, from]) => [colour, read(from)])),
      ...Object.fromEntries(clear.map((colour) => [colour, '#00000000'])),
      // As a selection of the page has it.
      'editor.selectionBackground': `${read('--accent').slice(0, 7)}47`,
      'editor.inactiveSelectionBackground': `${read('--accent').slice(0, 7)}47`,
      'editorBracketMatch.border': read('--accent-border'),
      'editor.findMatchBackground': read('--accent-bg'),
      'editor.findMatchHighlightBackground': `${read('--accent-bg').slice(0, 7)}99`,
      'scrollbarSlider.background': read('--border-2'),
      'scrollbarSlider.hoverBackground': read('--text-3'),
      'scrollbarSlider.activeBackground': read('--text-3'),
    },
  });
}

/** Reads tokens as `#rrggbb` or `#rrggbbaa`, whatever notation they are written in. */
function tokenReader(): (token: string) => string {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const styles = getComputedStyle(document.documentElement);
  return (token) => {
    if (canvas === null) return '#000000';
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = styles.getPropertyValue(token).trim();
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = canvas.getImageData(0, 0, 1, 1).data;
    const hex = [red, green, blue, ...(alpha === 255 ? [] : [alpha])].map((part) =>
      part.toString(16).padStart(2, '0'),
    );
    return `#${hex.join('')}`;
  };
}
