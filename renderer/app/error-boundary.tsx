import { Component, type ReactNode } from 'react';
import { pageFailed } from '../store/report-store.ts';
import { savedNow } from '../store/autosave.ts';
import type { OpenDocument } from '../store/documents-store.ts';
import { whyNotSaved } from '../store/usable-documents.ts';
import { Button } from '../ui/button/button.tsx';
import styles from './error-boundary.module.css';

interface Props {
  /** What broke, in the sentence that is shown: "The canvas". */
  readonly part: string;
  readonly children: ReactNode;
}

interface State {
  readonly message: string | null;
  /** What could not be saved since it broke; `null` while that is being tried. */
  readonly notSaved: readonly OpenDocument[] | null;
}

const whole: State = { message: null, notSaved: null };

/**
 * Keeps a defect of one part from taking the window with it. What was edited is saved first, and what could not be is
 * named; the part can be shown again or the window loaded anew.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = whole;

  static getDerivedStateFromError(error: unknown): State {
    return { message: error instanceof Error ? error.message : String(error), notSaved: null };
  }

  override componentDidCatch(error: Error): void {
    pageFailed(error);
    void savedNow().then((notSaved) => this.setState({ notSaved }));
  }

  /** Another part may have been edited since; what the person has not been told of is never discarded. */
  async #loadAnew(mustBeLossless: boolean): Promise<void> {
    const notSaved = await savedNow();
    if (mustBeLossless && notSaved.length > 0) this.setState({ notSaved });
    else window.location.reload();
  }

  override render(): ReactNode {
    const { message, notSaved } = this.state;
    if (message === null) return this.props.children;
    const isLossless = notSaved?.length === 0;
    return (
      <div className={styles.box} role="alert">
        <h2 className={styles.title}>{this.props.part} could not be shown</h2>
        <p className={styles.text}>
          {savedWords(notSaved)} Show it again, or load the window anew; if it happens again, this helps to
          find out why:
        </p>
        <pre className={styles.message}>{message}</pre>
        <div className={styles.actions}>
          <Button look="primary" onClick={() => this.setState(whole)}>
            Show again
          </Button>
          {notSaved !== null && (
            <Button onClick={() => void this.#loadAnew(isLossless)}>
              {isLossless ? 'Load the window anew' : 'Discard and load the window anew'}
            </Button>
          )}
        </div>
      </div>
    );
  }
}

function savedWords(notSaved: readonly OpenDocument[] | null): string {
  if (notSaved === null) return 'Your work is being saved.';
  return notSaved.length === 0 ? 'Your work is saved.' : notSaved.map(whyNotSaved).join(' ');
}
