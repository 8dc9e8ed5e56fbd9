import { nameAt } from '#shared/template/language/name-at.ts';
import type { EditorSettings } from '../editor-settings.ts';
import { settingsOf } from '../editor-settings.ts';
import { editor, Uri, type IDisposable, type Position } from '../monaco.ts';
import { rangeOf } from './model-text.ts';
import styles from '../mounted-editor.module.css';
import { sourceOf } from '../source-of.ts';

/** The one command that a hover may link to. */
export const goToCommand = 'template.go-to-definition';

/** Registers that command. To be called once. */
export function offerGoTo(): void {
  editor.registerCommand(goToCommand, (_accessor: unknown, uri: string, name: string) => {
    const model = editor.getModel(Uri.parse(uri));
    if (model !== null) settingsOf(model)?.place.onGoToDefinition?.(name);
  });
}

/** What can be done with the name at a place; an absent one cannot. */
export interface NameActions {
  readonly goTo?: (() => void) | undefined;
  readonly findUses?: (() => void) | undefined;
  readonly canRename: boolean;
}

/** What can be done with the name that stands at a place of a template. */
export function nameActions({ place }: EditorSettings, source: string, offset: number): NameActions {
  const found = nameAt(source, offset);
  if (found === null) return { canRename: false };
  const { name } = found;
  const known = place.knowledge.names.find((each) => each.name === name);
  const { onGoToDefinition, onFindUses, onRename } = place;
  return {
    goTo: onGoToDefinition && known?.setBy.length !== 0 ? () => onGoToDefinition(name) : undefined,
    findUses: onFindUses && (() => onFindUses(name)),
    canRename: onRename !== undefined && known?.origin !== 'environment' && known?.origin !== 'system',
  };
}

/** Keys and clicks for names: F2, F12, Shift+F12 and a click with Ctrl. What is not for a name goes its way. */
export function nameKeys(
  host: HTMLElement,
  shown: editor.IStandaloneCodeEditor,
  model: editor.ITextModel,
  settings: () => EditorSettings,
): IDisposable {
  const at = (position: Position | null) =>
    nameActions(settings(), sourceOf(model), position === null ? 0 : model.getOffsetAt(position));
  const keyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !['F2', 'F12'].includes(event.key)) return;
    const actions = at(shown.getPosition());
    const act = actionOf(event, actions, () => shown.trigger('field', 'editor.action.rename', null));
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const underlined = shown.createDecorationsCollection();
  const pointed = (position: Position | null, held: boolean) => {
    const offset = position === null || !held ? null : model.getOffsetAt(position);
    const name = offset === null ? null : nameAt(sourceOf(model), offset);
    const leads = name !== null && offset !== null && nameActions(settings(), sourceOf(model), offset).goTo;
    underlined.set(
      name !== null && leads
        ? [{ range: rangeOf(model, name), options: { inlineClassName: styles.link ?? null } }]
        : [],
    );
  };
  host.addEventListener('keydown', keyDown, { capture: true });
  const listening = [
    shown.onMouseDown(({ event, target }) => {
      if ((event.ctrlKey || event.metaKey) && event.leftButton) at(target.position).goTo?.();
    }),
    shown.onMouseMove(({ event, target }) => pointed(target.position, event.ctrlKey || event.metaKey)),
    shown.onMouseLeave(() => pointed(null, false)),
  ];
  return {
    dispose: () => {
      host.removeEventListener('keydown', keyDown, { capture: true });
      for (const each of listening) each.dispose();
    },
  };
}

function actionOf(
  { key, shiftKey }: KeyboardEvent,
  { goTo, findUses, canRename }: NameActions,
  rename: () => void,
): (() => void) | undefined {
  if (key === 'F12') return shiftKey ? findUses : goTo;
  return canRename && !shiftKey ? rename : undefined;
}
