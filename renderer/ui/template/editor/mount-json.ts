// The entry of the editor for whole JSON documents: it is loaded when one is first shown.
import './open-editor.ts';
import { editorOptions } from './editor-options.ts';
import { editor, MarkerSeverity } from './monaco.ts';
import { keysHandedOn, overflowLayer } from './overflow-layer.ts';
import { replaceText } from './replace-text.ts';
import { jsonLanguage } from './template-languages.ts';

/** Something that is wrong in a text, in UTF-16 units. */
export interface JsonMark {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** What the editor is told when it opens. */
export interface JsonSettings {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** An open editor of a JSON document. */
export interface MountedJson {
  /** Puts another text in place, unless it is the one that is there; that can be undone in the editor. */
  readonly put: (text: string) => void;
  readonly mark: (marks: readonly JsonMark[]) => void;
  /** Goes to a place and gets the focus. */
  readonly show: (offset: number) => void;
  readonly focus: () => void;
  readonly dispose: () => void;
}

const owner = 'json-document';

/** Opens an editor with line numbers that fills `host`. */
export function mountJson(host: HTMLElement, { label, onChange, text }: JsonSettings): MountedJson {
  const model = editor.createModel(text, jsonLanguage);
  model.setEOL(editor.EndOfLineSequence.LF);
  model.updateOptions({ tabSize: 2, insertSpaces: true });
  const overflow = overflowLayer();
  const shown = editor.create(host, {
    ...editorOptions(true, text.length),
    model,
    ariaLabel: label,
    lineNumbers: 'on',
    lineNumbersMinChars: 4,
    lineDecorationsWidth: 12,
    automaticLayout: true,
    overflowWidgetsDomNode: overflow,
  });
  keysHandedOn(overflow, shown.getDomNode());
  let isPutting = false;
  const listening = model.onDidChangeContent(() => {
    if (!isPutting) onChange(model.getValue());
  });
  return {
    put: (next) => {
      if (next === model.getValue()) return;
      isPutting = true;
      replaceText(shown, model, next);
      isPutting = false;
    },
    mark: (marks) =>
      editor.setModelMarkers(
        model,
        owner,
        marks.map(({ end, message, start }) => {
          const from = model.getPositionAt(start);
          const to = model.getPositionAt(Math.max(end, start + 1));
          return {
            startLineNumber: from.lineNumber,
            startColumn: from.column,
            endLineNumber: to.lineNumber,
            endColumn: to.column,
            message,
            severity: MarkerSeverity.Error,
          };
        }),
      ),
    show: (offset) => {
      const place = model.getPositionAt(offset);
      shown.setPosition(place);
      shown.revealPositionInCenter(place);
      shown.focus();
    },
    focus: () => shown.focus(),
    dispose: () => {
      listening.dispose();
      shown.dispose();
      model.dispose();
      overflow.remove();
    },
  };
}
