import type { MountedEditor } from './editor/open-editor.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Opens the menu of a field where it is asked for; a field at rest has none, so it waits for the editor. */
export class AskedMenu {
  #trigger: HTMLElement | null = null;
  #waiting: Point | null = null;

  setTrigger(trigger: HTMLElement | null): void {
    this.#trigger = trigger;
    if (trigger === null) return;
    const at = this.#waiting;
    this.#waiting = null;
    // It is there with its listeners when what renders now is done.
    if (at !== null) setTimeout(() => this.#open(at));
  }

  /** A right click, or the menu key. */
  asked(event: MouseEvent, editor: MountedEditor | null): void {
    if (event.target === this.#trigger) return;
    event.preventDefault();
    const at = { x: event.clientX, y: event.clientY };
    if (editor === null) {
      this.#waiting = at;
      return;
    }
    editor.caretPut(at);
    this.#open(at);
  }

  #open({ x, y }: Point): void {
    this.#trigger?.dispatchEvent(
      new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: x, clientY: y }),
    );
  }
}
