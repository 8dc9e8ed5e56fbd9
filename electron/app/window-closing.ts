/** What closing asks of the shell around it. */
export interface ClosingPorts {
  /** Whether there is a page that would hear the question. */
  readonly pageAnswers: () => boolean;
  /** Asks the page to save what is unsaved and then to quit. */
  readonly askPage: () => void;
  /** Asks the person whether to wait for a page that has not answered. */
  readonly askPerson: () => Promise<'wait' | 'close'>;
  readonly closeNow: () => void;
}

/** How the window closes. */
export interface WindowClosing {
  /** Called when the window is to close; says whether it may now. */
  readonly requested: () => boolean;
  /** The page has saved: from now on the window may close. */
  readonly allowed: () => void;
  /** The page is new or gone, or asks the person itself: whatever it was asked is forgotten. */
  readonly forgotten: () => void;
}

const patienceMs = 5_000;

/**
 * Closing waits for the page, which may hold an edit that is not saved yet. A page that does not answer in time cannot
 * keep the window open: the person decides.
 */
export function windowClosing(ports: ClosingPorts): WindowClosing {
  let isAllowed = false;
  let timer: NodeJS.Timeout | null = null;

  const stopWaiting = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const wait = (): void => {
    timer = setTimeout(() => void decide(), patienceMs);
  };
  const decide = async (): Promise<void> => {
    const choice = await ports.askPerson();
    if (timer === null) return;
    if (choice === 'wait') {
      wait();
      return;
    }
    isAllowed = true;
    stopWaiting();
    ports.closeNow();
  };

  return {
    requested: () => {
      if (isAllowed || !ports.pageAnswers()) return true;
      if (timer === null) {
        wait();
        ports.askPage();
      }
      return false;
    },
    allowed: () => {
      isAllowed = true;
      stopWaiting();
    },
    forgotten: () => {
      stopWaiting();
    },
  };
}
