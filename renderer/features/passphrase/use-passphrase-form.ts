import { useEffect, useRef, useState } from 'react';

/** What a form of a passphrase shows besides its inputs. */
export interface PassphraseForm {
  /** What was wrong with the last try; the inputs are empty then. */
  readonly error: string | null;
  readonly busy: boolean;
  /** Tries, once at a time; without a failure the dialog closes. */
  readonly tried: (attempt: () => Promise<string | null>) => void;
  readonly failed: (error: string | null) => void;
}

/**
 * Deriving a key takes a moment, and the answer to a wrong passphrase longer: meanwhile nothing else is tried.
 *
 * @param onDone called once it worked
 * @param onFailed called when it did not, to give the focus to what has to be typed again
 */
export function usePassphraseForm(onDone: () => void, onFailed: () => void): PassphraseForm {
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const failed = (sentence: string | null) => {
    setError(sentence);
    if (sentence !== null) onFailed();
  };
  return {
    error,
    busy,
    failed,
    tried: (attempt) => {
      if (busy) return;
      setBusy(true);
      setError(null);
      void attempt()
        .then((failure) => {
          // Closed meanwhile, there may be another dialog in its place.
          if (!isOpen.current) return;
          if (failure === null) onDone();
          else failed(failure);
        })
        .finally(() => setBusy(false));
    },
  };
}
