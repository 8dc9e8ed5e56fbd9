import styles from './mounted-editor.module.css';

/** Where lists and tips open: in the page's own layer of pop-ups, where no cell and no dialog clips them. */
export function overflowLayer(): HTMLElement {
  const overflow = document.createElement('div');
  overflow.className = `monaco-editor ${styles.overflow ?? ''}`;
  // What is pressed here is not outside of the dialog that the field stands in.
  for (const type of ['pointerdown', 'mousedown', 'click'])
    overflow.addEventListener(type, (event) => event.stopPropagation());
  (document.querySelector('[data-popup-layer]') ?? document.body).append(overflow);
  return overflow;
}

/** Brings the editor the keys of what opened there, such as the field for a new name: it listens around itself only. */
export function keysHandedOn(overflow: HTMLElement, editor: Element | null): void {
  overflow.addEventListener('keydown', (event) => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- Monaco names keys by it
    const { key, code, keyCode, ctrlKey, shiftKey, altKey, metaKey } = event;
    const again = new KeyboardEvent('keydown', {
      ...{ key, code, keyCode, ctrlKey, shiftKey, altKey, metaKey },
      bubbles: true,
      cancelable: true,
    });
    event.stopPropagation();
    if (editor?.dispatchEvent(again) === false) event.preventDefault();
  });
}
