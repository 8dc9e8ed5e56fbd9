import type { TemplateDiagnostic, TemplateFix } from '#shared/template/language/template-diagnostic.ts';
import { templateDiagnostics } from '#shared/template/language/template-diagnostics.ts';
import { afterPause, type AfterPause } from '../after-pause.ts';
import type { EditorSettings } from '../editor-settings.ts';
import { editor, MarkerSeverity, Range, type languages } from '../monaco.ts';
import { rangeOf } from './model-text.ts';
import { sourceOf } from '../source-of.ts';

const owner = 'template';

/** What was found in each model, for the fixes; it is of the version that was read. */
const found = new WeakMap<
  editor.ITextModel,
  { version: number; diagnostics: readonly TemplateDiagnostic[] }
>();

/** Marks what is wrong while somebody types, when the page has nothing else to do. */
export function diagnosticMarks(model: editor.ITextModel, settings: () => EditorSettings): AfterPause {
  let read: readonly unknown[] = [];
  const mark = () => {
    const { field, place } = settings();
    const asked = [model.getVersionId(), field, place.knowledge];
    if (asked.every((each, at) => each === read[at])) return;
    read = asked;
    const diagnostics = templateDiagnostics(sourceOf(model), field, place.knowledge);
    found.set(model, { version: model.getVersionId(), diagnostics });
    const markers = diagnostics.map((each) => ({
      ...markedRange(rangeOf(model, each)),
      severity: each.severity === 'error' ? MarkerSeverity.Error : MarkerSeverity.Warning,
      message: each.message,
    }));
    editor.setModelMarkers(model, owner, markers);
  };
  return afterPause(model, mark, 'when-idle');
}

const markedRange = ({ startLineNumber, startColumn, endLineNumber, endColumn }: Range) => ({
  startLineNumber,
  startColumn,
  endLineNumber,
  endColumn,
});

/** The ways to mend what is marked at a place. */
export const fixProvider: languages.CodeActionProvider = {
  provideCodeActions: (model, range, context) => {
    const known = found.get(model);
    if (known?.version !== model.getVersionId()) return null;
    const near = known.diagnostics.filter((each) =>
      Range.areIntersectingOrTouching(rangeOf(model, each), range),
    );
    const actions = near.flatMap(({ fixes, message }) =>
      fixes.map((fix) =>
        actionOf(
          fix,
          model,
          context.markers.filter((marker) => marker.message === message),
        ),
      ),
    );
    return { actions, dispose: () => undefined };
  },
};

function actionOf(
  { title, edits }: TemplateFix,
  model: editor.ITextModel,
  diagnostics: editor.IMarkerData[],
): languages.CodeAction {
  return {
    title,
    kind: 'quickfix',
    diagnostics,
    edit: {
      edits: edits.map(({ start, end, text }) => ({
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit: { range: rangeOf(model, { start, end }), text },
      })),
    },
  };
}
