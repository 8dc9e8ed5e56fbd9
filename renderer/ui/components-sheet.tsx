import type { ReactNode } from 'react';
import { ChoicesSection } from './sheet/choices-section.tsx';
import { FieldsSection } from './sheet/fields-section.tsx';
import { FrameSection } from './sheet/frame-section.tsx';
import { MessagesSection } from './sheet/messages-section.tsx';
import styles from './sheet/sheet.module.css';
import { StatusSection } from './sheet/status-section.tsx';
import { TemplatesSection } from './sheet/templates-section.tsx';
import { TablesSection } from './sheet/tables-section.tsx';

/**
 * Shows every base component in its states on one page; `children` are parts that a feature adds, such as node cards.
 *
 * | folder | components |
 * | --- | --- |
 * | button | Button, IconButton, ToolbarButton, ToolbarRule, SearchButton, RailItem, StatusItem |
 * | field | Field (label, hint, error), TextField, TextArea, NumberField, Select, FieldJoin, Choice, Switch, Checkbox, SearchBox, SecretField, KeyValueTable |
 * | icon | Icon and the names of its glyphs |
 * | layout | PanelHead, Section (folds), FormRow, DocumentPage, SplitGroup, SplitPanel, Splitter |
 * | list | List (one tab stop, ⋯ and right-click menu, renaming), Tree |
 * | overlay | Tooltip, Menu, ContextMenu (of MenuEntry), Dialog, ConfirmDialog, toasts (queue, provider, area) |
 * | status | Chip, StatusChip, TagChip, MethodLabel, RunRing, EnvironmentDot, Kbd, Note, HeldBackNotes, EmptyState, Progress |
 * | tabs | Tabs, TabList, TabPanel; EditorTabs |
 * | template | TemplateText (shows), TemplateField (edits) |
 *
 * To add one: a file and a style sheet in its folder with values from tokens.css only, a cell here, a row of facts in
 * `test/support/component-looks.ts`, and its keys in `test/e2e/components.e2e.ts`.
 */
export function ComponentsSheet({ children }: { readonly children?: ReactNode }) {
  return (
    <div className={styles.sheet} data-components-sheet>
      <h1 className={styles.title}>Components</h1>
      {children}
      <StatusSection />
      <FieldsSection />
      <TemplatesSection />
      <ChoicesSection />
      <TablesSection />
      <FrameSection />
      <MessagesSection />
    </div>
  );
}
