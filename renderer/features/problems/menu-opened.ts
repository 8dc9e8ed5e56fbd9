/** Frames that a menu may take to be there and to have settled where its focus is. */
const mostFrames = 20;

/** Opens the menu of a button as a key would: with the focus on its first entry. */
export function menuOpened(trigger: HTMLButtonElement | null): void {
  trigger?.focus();
  trigger?.click();
  let frames = 0;
  let settled = 0;
  const look = () => {
    const entry = document.querySelector<HTMLElement>('[role="menu"] [role="menuitem"]');
    if (entry !== null && document.activeElement === entry) settled += 1;
    else {
      settled = 0;
      entry?.focus();
    }
    frames += 1;
    if (settled < 2 && frames < mostFrames) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
