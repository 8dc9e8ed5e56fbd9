/** The longest that the page does nothing else, in milliseconds. */
const sliceMs = 8;

/**
 * Goes through work that is too much for one task, in slices, so that the page answers in between. The first slice is done at
 * once.
 *
 * @param done hears what came of it, unless it was stopped before
 * @returns called to stop it
 */
export function inSlices<Result>(
  steps: Generator<undefined, Result>,
  done: (result: Result) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const goOn = (): void => {
    const untilMs = performance.now() + sliceMs;
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        done(step.value);
        return;
      }
      if (performance.now() >= untilMs) break;
    }
    timer = setTimeout(goOn, 0);
  };
  goOn();
  return () => clearTimeout(timer);
}
