import { useCommandKeys } from '../../store/command-keys.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { useDocuments } from '../../store/use-documents.ts';
import { Button } from '../../ui/button/button.tsx';
import { Icon, type IconName } from '../../ui/icon/icon.tsx';
import { Kbd } from '../../ui/status/kbd.tsx';
import { FileProblems } from './file-problems.tsx';
import type { CommandId } from '#shared/commands/commands.ts';
import styles from './welcome.module.css';

interface Step {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly command: CommandId;
}

const steps: readonly Step[] = [
  {
    icon: 'start',
    title: 'Open the example',
    text: 'A shop’s conversations and the API they call, ready to run',
    button: 'Open example',
    command: 'workspace.open-example',
  },
  {
    icon: 'endpoint',
    title: 'Add an API endpoint',
    text: 'A base URL and its authentication, used by any API Call',
    button: 'New endpoint',
    command: 'endpoint.new',
  },
  {
    icon: 'import',
    title: 'Import a bundle',
    text: 'Flows that somebody handed on, with all they need',
    button: 'Import…',
    command: 'bundle.import',
  },
  {
    icon: 'flow',
    title: 'Start from nothing',
    text: 'An empty flow with a Start node',
    button: 'New flow',
    command: 'flow.new',
  },
];

/** The first-run page: what one can begin with, and where everything is kept. */
export function Welcome() {
  const keysOf = useCommandKeys();
  const folder = useDocuments((state) => state.workspace.folder);
  const isEmpty = useDocuments((state) => Object.keys(state.documents).length === 0);
  return (
    <div className={styles.page}>
      <div className={styles.content}>
        <FileProblems />
        <h1 className={styles.title}>{isEmpty ? 'Make your first flow' : 'Welcome'}</h1>
        <p className={styles.subtitle}>
          {isEmpty ? 'This workspace is empty. ' : ''}Everything you make is a plain file in its folder.
        </p>
        <ul className={styles.steps}>
          {steps.map((step, at) => (
            <li key={step.command} className={styles.step}>
              <span className={styles.glyph}>
                <Icon name={step.icon} />
              </span>
              <div>
                <b>{step.title}</b>
                <p className={styles.text}>{step.text}</p>
              </div>
              <span className={styles.way}>
                {step.command === 'flow.new' && <Kbd keys={keysOf(step.command)} />}
                <Button
                  className={styles.button}
                  look={at === 0 ? 'primary' : 'outlined'}
                  onClick={() => commandInvoked(step.command)}
                >
                  {step.button}
                </Button>
              </span>
            </li>
          ))}
        </ul>
        <div className={styles.place}>
          <Icon name="folder" size={12} />
          <span className={styles.folder}>{folder}</span>
          <Button look="link" onClick={() => commandInvoked('workspace.open')}>
            Open another folder
          </Button>
        </div>
      </div>
    </div>
  );
}
