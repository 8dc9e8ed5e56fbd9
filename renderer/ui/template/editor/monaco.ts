// The parts of Monaco that a field of templates needs, and no other: each brings keys, commands and a piece of the file.
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/dnd/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/format/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/rename/register';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/features/wordOperations/register';

export {
  editor,
  KeyCode,
  KeyMod,
  languages,
  MarkerSeverity,
  Range,
  Selection,
  Uri,
} from 'monaco-editor/editor';
export type { IDisposable, IRange, Position } from 'monaco-editor/editor';

Object.assign(self, { MonacoEnvironment: { getWorker: () => new EditorWorker() } });
