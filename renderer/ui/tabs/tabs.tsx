import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './tabs.module.css';

export interface TabsProps<Id extends string> {
  readonly value: Id;
  readonly onChange: (value: Id) => void;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Holds a list of tabs and the panels that they switch between; the two may stand apart inside it. */
export function Tabs<Id extends string>({ value, onChange, className, children }: TabsProps<Id>) {
  return (
    <Base.Root
      value={value}
      onValueChange={(next: Id) => onChange(next)}
      className={classNames(styles.root, className)}
    >
      {children}
    </Base.Root>
  );
}

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** How many there are of what the tab shows. */
  readonly count?: ReactNode;
}

export interface TabListProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly TabItem<Id>[];
  /** What stands at the right end of the head. */
  readonly tools?: ReactNode;
  readonly className?: string | undefined;
}

/** The head of a panel: words, 36 high, the active one underlined in the accent. */
export function TabList<Id extends string>({ label, tabs, tools, className }: TabListProps<Id>) {
  return (
    <div className={classNames(styles.head, className)}>
      <Base.List aria-label={label} activateOnFocus className={styles.list}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.id} value={tab.id} className={styles.tab}>
            {/* The hidden copy in bold keeps the width when the tab becomes the active one. */}
            <span className={styles.word} data-word={tab.label}>
              {tab.label}
            </span>
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          </Base.Tab>
        ))}
      </Base.List>
      {tools !== undefined && <div className={styles.tools}>{tools}</div>}
    </div>
  );
}

export interface TabPanelProps<Id extends string> {
  readonly id: Id;
  /** Keeps the panel's state while another is shown. */
  readonly keepMounted?: boolean | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What one tab shows. */
export function TabPanel<Id extends string>({
  id,
  keepMounted = false,
  className,
  children,
}: TabPanelProps<Id>) {
  return (
    <Base.Panel value={id} keepMounted={keepMounted} className={classNames(styles.panel, className)}>
      {children}
    </Base.Panel>
  );
}
