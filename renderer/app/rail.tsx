import { useCommandKeys } from '../store/command-keys.ts';
import { sideBarViewPicked, useSideBarOpen } from '../store/side-bar.ts';
import { useView } from '../store/view-store.ts';
import { RailItem } from '../ui/button/rail-item.tsx';
import styles from './rail.module.css';

const items = [
  { view: 'flows', icon: 'flow', label: 'Flows', command: 'side-bar.flows' },
  { view: 'endpoints', icon: 'endpoint', label: 'API Endpoints', command: 'side-bar.endpoints' },
  { view: 'environments', icon: 'environment', label: 'Environments', command: 'side-bar.environments' },
  { view: 'scenarios', icon: 'scenario', label: 'Scenarios', command: 'side-bar.scenarios' },
  { view: 'runs', icon: 'history', label: 'Runs', command: 'side-bar.runs' },
  { view: 'find', icon: 'search', label: 'Find in the workspace', command: 'find.open' },
] as const;

/** The places of the window: what the side bar lists. */
export function Rail() {
  const keysOf = useCommandKeys();
  const view = useView((state) => state.sideBarView);
  const open = useSideBarOpen();
  return (
    <nav className={styles.rail} aria-label="Places">
      {items.map((item) => (
        <RailItem
          key={item.view}
          icon={item.icon}
          label={item.label}
          keys={keysOf(item.command)}
          active={open && view === item.view}
          onClick={() => sideBarViewPicked(item.view)}
        />
      ))}
    </nav>
  );
}
