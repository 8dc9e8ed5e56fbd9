import type { FieldPlace } from '#shared/lint/finding.ts';
import { fieldOfPlace, foldOfPlace } from './field-of-place.ts';

/** Frames that what was chosen may take to be there. */
const mostFrames = 20;

/** What was just chosen is drawn a little later: looked for in each frame until it is there. */
export function onceShown(found: () => boolean, otherwise: () => void): void {
  let frames = 0;
  const look = () => {
    if (found()) return;
    frames += 1;
    if (frames <= mostFrames) requestAnimationFrame(look);
    else otherwise();
  };
  requestAnimationFrame(look);
}

/** Focuses a field, with the stretch of its text that is meant. */
export function fieldFocusedOnceShown(wanted: FieldPlace, otherwise: () => void): void {
  const found = () => {
    foldOfPlace(wanted)?.click();
    const control = fieldOfPlace(wanted);
    if (control !== null) focusAt(control, wanted.range);
    return control !== null;
  };
  onceShown(found, otherwise);
}

/** Brings a field into view and marks it, for whoever stays where they are; what was marked before is so no longer. */
export function fieldMarkedOnceShown(wanted: FieldPlace): void {
  fieldMarkCleared();
  const found = () => {
    foldOfPlace(wanted)?.click();
    const control = fieldOfPlace(wanted);
    control?.setAttribute(mark, '');
    control?.scrollIntoView({ block: 'nearest' });
    return control !== null;
  };
  onceShown(found, () => undefined);
}

export function fieldMarkCleared(): void {
  for (const marked of document.querySelectorAll(`[${mark}]`)) marked.removeAttribute(mark);
}

const mark = 'data-found-field';

function focusAt(control: HTMLElement, range: FieldPlace['range']): void {
  // An editor takes over what is selected in the field that it comes to.
  const isText = control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement;
  if (isText && range !== null) control.setSelectionRange(range.start, range.end);
  control.focus();
  inViewOnceDrawn(control);
}

/** What is around a field that was just unfolded takes its room after it has the focus. */
function inViewOnceDrawn(control: HTMLElement): void {
  const shown = () => control.scrollIntoView({ block: 'nearest' });
  shown();
  requestAnimationFrame(() => requestAnimationFrame(shown));
}
