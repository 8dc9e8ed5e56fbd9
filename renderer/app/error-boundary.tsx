import { Component, type ReactNode } from 'react';
import { savedNow } from '../store/autosave.ts';
import { Button } from '../ui/button/button.tsx';
import styles from './error-boundary.module.css';

interface Props {
  /** What broke, in the sentence that is shown: "The canvas". */
  readonly part: string;
  readonly children: ReactNode;
}

interface State {
  readonly message: string | null;
}

/**
 * Keeps a defect of one part from taking the window with it. What was edited is saved first; the part can be shown again
 * or the window loaded anew, and neither loses work.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { message: null };

  static getDerivedStateFromError(error: unknown): State {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(): void {
    void savedNow();
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <div className={styles.box} role="alert">
        <h2 className={styles.title}>{this.props.part} could not be shown</h2>
        <p className={styles.text}>
          Your work is saved. Show it again, or load the window anew; if it happens again, this helps to find
          out why:
        </p>
        <pre className={styles.message}>{message}</pre>
        <div className={styles.actions}>
          <Button look="primary" onClick={() => this.setState({ message: null })}>
            Show again
          </Button>
          <Button onClick={() => void savedNow().then(() => window.location.reload())}>
            Load the window anew
          </Button>
        </div>
      </div>
    );
  }
}
