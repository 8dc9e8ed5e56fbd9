import { singleLineContext } from './editor-keys.ts';
import { editorOptions, tallPaddingPx, lineHeightPx } from './editor-options.ts';
import { settingsRegistered, type EditorSettings } from './editor-settings.ts';
import { fieldMarks } from './field-marks.ts';
import { diagnosticMarks } from './language/diagnostics.ts';
import { nameActions, nameKeys, type NameActions } from './language/name-actions.ts';
import { tagPairs } from './language/tag-pairs.ts';
import { editor, Selection, type Position } from './monaco.ts';
import { labelOf, writeAttributes } from './native-attributes.ts';
import { keysHandedOn, overflowLayer } from './overflow-layer.ts';
import { refuseLineBreaks } from './refuse-line-breaks.ts';
import { replaceText } from './replace-text.ts';
import { textEdits } from './text-edits.ts';
import { heldChanges } from './held-changes.ts';
import { jsonLanguage, languageOf } from './template-languages.ts';
import { sourceOf } from './source-of.ts';

/** What a native field holds the moment an editor takes its place. */
export interface NativeState {
  /** Its text when it got the focus: what was typed since can be undone in the editor. */
  readonly atFocus: string;
  readonly text: string;
  readonly selectionStart: number;
  readonly selectionEnd: number;
  readonly backward: boolean;
  readonly scrollTop: number;
  readonly scrollLeft: number;
}

export interface EditorOffers {
  readonly hasSelection: boolean;
  readonly canFormat: boolean;
  readonly names: NameActions;
}

export interface MountedEditor {
  /** Brings it in line with what its settings say now. */
  readonly settingsChanged: () => void;
  /** Whether an element is the editor's: within it, or in what it opens over the window. */
  readonly holds: (element: EventTarget | null) => boolean;
  readonly focus: () => void;
  readonly layout: () => void;
  /** Hands over what was typed and not told yet. */
  readonly flush: () => void;
  readonly insertText: (text: string, at?: { readonly x: number; readonly y: number }) => void;
  /** Runs an action or a command of the editor. */
  readonly run: (id: string) => void;
  /** Puts the caret at a point of the window, unless what is selected lies there. */
  readonly caretPut: (at: { readonly x: number; readonly y: number }) => void;
  /** What its menu can offer at the caret. */
  readonly offers: () => EditorOffers;
  readonly scrollTop: () => number;
  readonly dispose: () => void;
}

/** The tallest that a field grows, as at rest. */
const tallestPx = 320;

/** Opens an editor over `host` with what a native field holds, and takes the focus. */
export function mountEditor(
  host: HTMLElement,
  native: NativeState,
  settings: () => EditorSettings,
): MountedEditor {
  const { isTall, lines, field } = settings();
  const oneLine = (text: string) => (isTall ? text.replace(/\r\n?/g, '\n') : text.replace(/[\r\n]+/g, ''));
  const model = editor.createModel(oneLine(native.atFocus), languageOf(field));
  model.setEOL(editor.EndOfLineSequence.LF);
  const unregister = settingsRegistered(model.uri.toString(), settings);
  const overflow = overflowLayer();
  const shown = editor.create(host, {
    ...editorOptions(isTall, native.text.length),
    model,
    ariaLabel: labelOf(settings()),
    dimension: { width: host.clientWidth, height: host.clientHeight },
    overflowWidgetsDomNode: overflow,
  });
  keysHandedOn(overflow, shown.getDomNode());
  shown.createContextKey(singleLineContext, !isTall);
  const isEmpty = shown.createContextKey('templateEmpty', model.getValueLength() === 0);
  replaceText(shown, model, oneLine(native.text));
  const place = (offset: number): Position => model.getPositionAt(offset);
  shown.setSelection(selectionOf(native, place));
  shown.setScrollPosition(
    { scrollTop: native.scrollTop, scrollLeft: native.scrollLeft },
    editor.ScrollType.Immediate,
  );

  const marks = fieldMarks(shown, model, settings);
  const diagnostics = diagnosticMarks(model, settings);
  const changes = heldChanges(model, (text) => settings().onChange(text));
  let applying = false;
  let told = settings();
  const contentChanged = () => {
    if (!isTall && model.getLineCount() > 1) {
      replaceText(shown, model, oneLine(model.getValue()));
      return;
    }
    isEmpty.set(model.getValueLength() === 0);
    marks.ask();
    diagnostics.ask();
    if (!applying) changes.ask();
  };
  const grown = () => {
    if (!isTall) return;
    const least = lines * lineHeightPx + 2 * tallPaddingPx;
    const height = Math.min(tallestPx, Math.max(least, shown.getContentHeight()));
    host.style.height = `${String(height)}px`;
    layout();
  };
  const layout = () => shown.layout({ width: host.clientWidth, height: host.clientHeight });
  const resized = new ResizeObserver(layout);
  const textArea = host.querySelector('textarea');
  const applyAttributes = () => textArea !== null && writeAttributes(textArea, settings());
  const listening = [
    model.onDidChangeContent(contentChanged),
    shown.onDidContentSizeChange(grown),
    ...(isTall ? [] : [refuseLineBreaks(host)]),
    textEdits(host, shown),
    nameKeys(host, shown, model, settings),
    tagPairs(shown, model),
    { dispose: () => resized.disconnect() },
  ];
  marks.ask();
  diagnostics.ask();
  grown();
  applyAttributes();
  shown.focus();
  resized.observe(host);

  return {
    settingsChanged: () => {
      const before = told;
      told = settings();
      if (labelOf(before) !== labelOf(told)) shown.updateOptions({ ariaLabel: labelOf(told) });
      applyAttributes();
      if (before.field !== told.field) editor.setModelLanguage(model, languageOf(told.field));
      if (!changes.isAsked()) {
        applying = true;
        replaceText(shown, model, oneLine(told.value));
        applying = false;
      }
      if (
        before.field !== told.field ||
        before.unknownNames !== told.unknownNames ||
        before.place !== told.place
      )
        marks.ask();
      diagnostics.ask();
    },
    holds: (element) => element instanceof Node && (host.contains(element) || overflow.contains(element)),
    focus: () => shown.focus(),
    layout,
    flush: changes.now,
    insertText: (text, at) => {
      const target = at === undefined ? null : shown.getTargetAtClientPoint(at.x, at.y);
      if (target !== null && target.position !== null) shown.setPosition(target.position);
      shown.focus();
      shown.trigger('field', 'paste', { text: oneLine(text), pasteOnNewLine: false });
    },
    run: (id) => {
      shown.focus();
      shown.trigger('field', id, null);
    },
    caretPut: ({ x, y }) => {
      const position = shown.getTargetAtClientPoint(x, y)?.position ?? null;
      if (position !== null && shown.getSelection()?.containsPosition(position) !== true)
        shown.setPosition(position);
    },
    offers: () => {
      const position = shown.getPosition();
      const offset = position === null ? 0 : model.getOffsetAt(position);
      return {
        hasSelection: shown.getSelection()?.isEmpty() === false,
        canFormat: isTall && model.getLanguageId() === jsonLanguage,
        names: nameActions(settings(), sourceOf(model), offset),
      };
    },
    scrollTop: () => shown.getScrollTop(),
    dispose: () => {
      changes.dispose();
      marks.dispose();
      diagnostics.dispose();
      for (const each of listening) each.dispose();
      unregister();
      shown.dispose();
      model.dispose();
      overflow.remove();
      host.style.removeProperty('height');
    },
  };
}

function selectionOf(native: NativeState, place: (offset: number) => Position): Selection {
  const start = place(native.selectionStart);
  const end = place(native.selectionEnd);
  const [anchor, head] = native.backward ? [end, start] : [start, end];
  return new Selection(anchor.lineNumber, anchor.column, head.lineNumber, head.column);
}
