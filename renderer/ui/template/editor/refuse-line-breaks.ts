import type { IDisposable } from './monaco.ts';

/** Enter in a field of one line goes to whom it concerns: the row has had it; else it sends the form off, as ever. */
export function refuseLineBreaks(host: HTMLElement): IDisposable {
  const beforeInput = (event: InputEvent) => {
    if (event.inputType !== 'insertLineBreak' && event.inputType !== 'insertParagraph') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.target instanceof HTMLTextAreaElement) event.target.form?.requestSubmit();
  };
  host.addEventListener('beforeinput', beforeInput, { capture: true });
  return { dispose: () => host.removeEventListener('beforeinput', beforeInput, { capture: true }) };
}
