import { flushSync } from 'react-dom';
import type { EditorSettings } from './editor/editor-settings.ts';
import type { MountedEditor, NativeState } from './editor/open-editor.ts';
import { editorLoaded } from './load-editor.ts';

type Native = HTMLInputElement | HTMLTextAreaElement;
type EditorPart = Awaited<ReturnType<typeof editorLoaded>>;

const releases = ['pointerup', 'pointercancel', 'dragend', 'drop'] as const;

/**
 * Puts the editor in the place of a native field that has the focus, and the native field back when the focus leaves.
 *
 * Until the editor is there everything goes into the native field, and is taken over as it stands at that moment: text,
 * selection and scroll. A composition and a press of the pointer are waited for, since both belong to one element.
 */
export class FieldMounting {
  readonly #editingChanged: (editing: boolean) => void;
  #editor: MountedEditor | null = null;
  #box: HTMLElement | null = null;
  #host: HTMLElement | null = null;
  #native: Native | null = null;
  /** What scrolls at rest. */
  #scroller: HTMLElement | null = null;
  #settings: EditorSettings | null = null;
  #atFocus = '';
  /** How far the editor was scrolled, until the native field has it. */
  #scrollTop: number | null = null;
  #composes = false;
  #isPressed = false;
  #handsOver = false;
  #isHeld = false;

  /** @param editingChanged has the field render the editor's place, or the native field */
  constructor(editingChanged: (editing: boolean) => void) {
    this.#editingChanged = editingChanged;
  }

  setBox(box: HTMLElement | null): void {
    this.#box = box;
  }

  setHost(host: HTMLElement | null): void {
    this.#host = host;
  }

  setNative(native: Native | null): void {
    this.#native = native;
  }

  setScroller(scroller: HTMLElement | null): void {
    this.#scroller = scroller;
    if (scroller === null || this.#scrollTop === null) return;
    scroller.scrollTop = this.#scrollTop;
    this.#scrollTop = null;
  }

  /** The editor that is open; `null` at rest. */
  get editor(): MountedEditor | null {
    return this.#editor;
  }

  focus(): void {
    (this.#editor ?? this.#native)?.focus();
  }

  /** To be called with what the field was rendered with. */
  settingsChanged(settings: EditorSettings): void {
    this.#settings = settings;
    this.#editor?.settingsChanged();
  }

  /** Listens while the field is in the page; the result ends it and closes the editor. */
  connected(): () => void {
    for (const type of releases) window.addEventListener(type, this.#released);
    document.addEventListener('focusin', this.#cameTo);
    return () => {
      for (const type of releases) window.removeEventListener(type, this.#released);
      document.removeEventListener('focusin', this.#cameTo);
      this.disposed();
    };
  }

  /** To be called when the editor's place is no longer rendered. */
  disposed(): void {
    this.#editor?.dispose();
    this.#editor = null;
  }

  /** The focus came to something in the box. */
  focused(target: EventTarget): void {
    if (target !== this.#native || this.#editor !== null) return;
    this.#atFocus = this.#native.value;
    this.#tryMount();
  }

  /** The focus left something in the box; says whether it left the field. */
  blurred(next: EventTarget | null): boolean {
    if (this.#handsOver) return false;
    // Where the whole window loses the focus, its element keeps it.
    if (this.#stays(next) || this.#stays(document.activeElement)) return false;
    if (!this.#isHeld) this.#close();
    return true;
  }

  pressed(): void {
    if (this.#editor === null) this.#isPressed = true;
  }

  composing(composes: boolean): void {
    this.#composes = composes;
    if (!composes) this.#tryMount();
  }

  /** Keeps the editor although the focus is elsewhere, as in a menu of the field. */
  held(isHeld: boolean): void {
    this.#isHeld = isHeld;
    if (!isHeld && !this.#stays(document.activeElement)) this.#close();
  }

  #tryMount(): void {
    editorLoaded().then(
      // Not in the event that brought the focus: the selection that comes with it is not made yet.
      (part) => setTimeout(() => this.#mount(part)),
      () => undefined,
    );
  }

  #mount({ mountEditor }: EditorPart): void {
    const native = this.#native;
    const host = this.#host;
    if (this.#editor !== null || native === null || host === null || this.#settings === null) return;
    if (this.#composes || this.#isPressed || document.activeElement !== native) return;
    this.#handsOver = true;
    host.hidden = false;
    const state = stateOf(native, this.#scroller, this.#atFocus);
    this.#editor = mountEditor(host, state, () => this.#settings as EditorSettings);
    flushSync(() => this.#editingChanged(true));
    this.#editor.layout();
    this.#handsOver = false;
  }

  #close(): void {
    if (this.#editor === null) return;
    this.#editor.flush();
    this.#scrollTop = this.#editor.scrollTop();
    this.#editingChanged(false);
  }

  readonly #released = (): void => {
    if (!this.#isPressed) return;
    this.#isPressed = false;
    if (this.#native !== null && document.activeElement === this.#native) this.#tryMount();
  };

  /** What opened over the window gives the focus back; unless it went elsewhere. */
  readonly #cameTo = ({ target }: FocusEvent): void => {
    if (this.#editor !== null && !this.#stays(target) && !this.#isHeld && !this.#handsOver) this.#close();
  };

  #stays(element: EventTarget | null): boolean {
    if (!(element instanceof Element)) return false;
    if (this.#box?.contains(element) === true) return true;
    return this.#editor !== null && (this.#editor.holds(element) || isOver(element, this.#box));
  }
}

/** Whether an element is in a dialog, a menu or the palette that opened over a field, and gives the focus back to it. */
function isOver(element: Element, box: Element | null): boolean {
  const overlay = element.closest('[data-popup-layer] > *');
  return overlay !== null && box !== null && !overlay.contains(box);
}

function stateOf(field: Native, scroller: HTMLElement | null, atFocus: string): NativeState {
  return {
    atFocus,
    text: field.value,
    selectionStart: field.selectionStart ?? 0,
    selectionEnd: field.selectionEnd ?? 0,
    backward: field.selectionDirection === 'backward',
    scrollTop: scroller?.scrollTop ?? 0,
    scrollLeft: scroller?.scrollLeft ?? 0,
  };
}
