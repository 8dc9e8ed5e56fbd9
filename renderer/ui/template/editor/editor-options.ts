import { longTextUnits } from '../long-text.ts';
import { editor } from './monaco.ts';

/** The metrics of a field's text, which the field at rest has too (`template-field.module.css`). */
export const lineHeightPx = 18;
export const insetPx = 8;
export const tallPaddingPx = 4;

const shared: editor.IStandaloneEditorConstructionOptions = {
  // A text area carries the name, the description and the state of the field as a native one does.
  editContext: false,
  // All of its text is in that text area, so that a screen reader reads it, and it wraps as the field at rest does.
  accessibilitySupport: 'on',
  tabFocusMode: true,
  fontSize: 12,
  fontWeight: '400',
  lineHeight: lineHeightPx,
  letterSpacing: 0,
  fontLigatures: "'calt' 0, 'zero' 0",
  cursorWidth: 1,
  cursorBlinking: 'blink',
  cursorSurroundingLines: 0,
  lineNumbers: 'off',
  lineNumbersMinChars: 0,
  lineDecorationsWidth: insetPx,
  glyphMargin: false,
  folding: false,
  minimap: { enabled: false },
  renderLineHighlight: 'none',
  renderWhitespace: 'none',
  renderControlCharacters: false,
  roundedSelection: false,
  selectionHighlight: false,
  occurrencesHighlight: 'off',
  guides: { indentation: false, bracketPairs: false },
  bracketPairColorization: { enabled: false },
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  scrollBeyondLastLine: false,
  scrollBeyondLastColumn: 0,
  smoothScrolling: false,
  stickyScroll: { enabled: false },
  contextmenu: false,
  links: false,
  colorDecorators: false,
  codeLens: false,
  dragAndDrop: true,
  dropIntoEditor: { enabled: false },
  pasteAs: { enabled: false },
  copyWithSyntaxHighlighting: false,
  emptySelectionClipboard: false,
  multiCursorLimit: 1,
  detectIndentation: false,
  tabSize: 4,
  autoIndent: 'keep',
  // The pair is the braces of an expression (`template-languages.ts`), and no other.
  autoClosingBrackets: 'languageDefined',
  autoClosingOvertype: 'auto',
  autoClosingDelete: 'auto',
  autoClosingQuotes: 'never',
  autoSurround: 'never',
  unusualLineTerminators: 'off',
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
  wordBasedSuggestions: 'off',
  fixedOverflowWidgets: true,
  quickSuggestions: { other: true, strings: true, comments: true },
  quickSuggestionsDelay: 10,
  suggestOnTriggerCharacters: true,
  acceptSuggestionOnCommitCharacter: false,
  acceptSuggestionOnEnter: 'on',
  tabCompletion: 'off',
  suggest: { showStatusBar: false, showIcons: true, shareSuggestSelections: false, insertMode: 'replace' },
  hover: { delay: 400, sticky: true, above: false },
  lightbulb: { enabled: editor.ShowLightbulbIconMode.On },
};

const singleLine: editor.IStandaloneEditorConstructionOptions = {
  wordWrap: 'off',
  scrollbar: {
    vertical: 'hidden',
    horizontal: 'hidden',
    verticalScrollbarSize: 0,
    horizontalScrollbarSize: 0,
    handleMouseWheel: false,
    alwaysConsumeMouseWheel: false,
  },
  lightbulb: { enabled: editor.ShowLightbulbIconMode.Off },
  find: { addExtraSpaceOnTop: false },
};

const tall: editor.IStandaloneEditorConstructionOptions = {
  wordWrap: 'on',
  wrappingIndent: 'none',
  wrappingStrategy: 'advanced',
  padding: { top: tallPaddingPx, bottom: tallPaddingPx },
  scrollbar: {
    vertical: 'auto',
    horizontal: 'hidden',
    verticalScrollbarSize: 10,
    verticalSliderSize: 6,
    horizontalScrollbarSize: 0,
    useShadows: false,
    alwaysConsumeMouseWheel: false,
  },
  find: { addExtraSpaceOnTop: false, autoFindInSelection: 'never', seedSearchStringFromSelection: 'never' },
};

/** A screen reader gets a text in pages, which are laid out with every letter; brackets are matched in all of the text. */
const forLength = (length: number): editor.IStandaloneEditorConstructionOptions =>
  length > longTextUnits
    ? { accessibilityPageSize: 10, matchBrackets: 'never' }
    : { accessibilityPageSize: 100, matchBrackets: 'always' };

/** What Monaco is told of a field with one line, or with several. */
export function editorOptions(isTall: boolean, length: number): editor.IStandaloneEditorConstructionOptions {
  const fontFamily = getComputedStyle(document.documentElement).getPropertyValue('--font-mono');
  return { ...shared, ...(isTall ? tall : singleLine), ...forLength(length), fontFamily };
}
