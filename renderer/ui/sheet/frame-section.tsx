import { useState } from 'react';
import { IconButton } from '../button/icon-button.tsx';
import { RailItem } from '../button/rail-item.tsx';
import { SearchButton } from '../button/search-button.tsx';
import { StatusItem } from '../button/status-item.tsx';
import { ToolbarButton, ToolbarRule } from '../button/toolbar-button.tsx';
import { EnvironmentDot } from '../status/environment-dot.tsx';
import { Icon } from '../icon/icon.tsx';
import { PanelHead } from '../layout/panel-head.tsx';
import { SplitGroup, SplitPanel, Splitter } from '../layout/splitter.tsx';
import { Menu } from '../overlay/menu.tsx';
import type { EditorTab } from '../tabs/editor-tab.ts';
import { EditorTabs } from '../tabs/editor-tabs.tsx';
import { TabList, TabPanel, Tabs } from '../tabs/tabs.tsx';
import { Cell, SheetSection } from './cell.tsx';
import styles from './sheet.module.css';

const documents = [
  { id: 'lookup', label: 'Order lookup', icon: 'flow' },
  { id: 'shop', label: 'Shop API', icon: 'endpoint' },
  { id: 'staging', label: 'staging', icon: 'environment', unsaved: 'Not saved: the file changed on disk' },
] as const;

const panels = [
  { id: 'timeline', label: 'Timeline' },
  { id: 'response', label: 'Response' },
  { id: 'problems', label: 'Problems', count: 1 },
] as const;

/** What the window's frame is made of. */
export function FrameSection() {
  const [active, setActive] = useState<string>('lookup');
  const [panel, setPanel] = useState<(typeof panels)[number]['id']>('timeline');
  const [environment, setEnvironment] = useState('staging');
  const [open, setOpen] = useState<readonly EditorTab[]>(documents);
  const closed = (id: string) => setOpen(open.filter((each) => each.id !== id));
  return (
    <SheetSection title="Frame">
      <Cell caption="tool bar" width={880}>
        <div className={`${styles.chrome} ${styles.toolbar}`}>
          <Icon name="brand" size={18} className={styles.brand} />
          <ToolbarButton caret>Acme Shop</ToolbarButton>
          <ToolbarButton look="strong">Order lookup</ToolbarButton>
          <ToolbarRule />
          <Menu
            trigger={<ToolbarButton caret>Resources</ToolbarButton>}
            entries={[
              {
                kind: 'action',
                label: 'API Endpoints',
                icon: 'endpoint',
                keys: 'Alt+2',
                onSelect: () => undefined,
              },
              {
                kind: 'action',
                label: 'Environments',
                icon: 'environment',
                keys: 'Alt+3',
                onSelect: () => undefined,
              },
              { kind: 'separator' },
              {
                kind: 'submenu',
                label: 'Copy as',
                icon: 'copy',
                entries: [{ kind: 'action', label: 'cURL', onSelect: () => undefined }],
              },
              {
                kind: 'action',
                label: 'Delete',
                icon: 'trash',
                danger: true,
                disabledReason: 'Nothing is selected',
                onSelect: () => undefined,
              },
            ]}
          />
          <span className={styles.spread} />
          <Menu
            trigger={
              <ToolbarButton
                look="boxed"
                caret
                before={<EnvironmentDot colour={environment === 'local' ? 'green' : 'amber'} />}
              >
                {environment}
              </ToolbarButton>
            }
            entries={[
              {
                kind: 'choice',
                label: 'Environment',
                value: environment,
                options: [
                  { value: 'local', label: 'local' },
                  { value: 'staging', label: 'staging' },
                ],
                onChange: setEnvironment,
              },
            ]}
          />
          <ToolbarButton look="run" icon="run" tooltip="Run this flow" keys="Mod+Enter">
            Run
          </ToolbarButton>
          <ToolbarButton icon="stop" aria-label="Stop" disabledReason="Nothing runs" />
          <ToolbarRule />
          <SearchButton keys="Mod+K" />
        </div>
      </Cell>
      <Cell caption="rail">
        <div className={`${styles.chrome} ${styles.rail}`}>
          <RailItem icon="flow" label="Flows" keys="Alt+1" active />
          <RailItem icon="endpoint" label="API Endpoints" keys="Alt+2" />
        </div>
      </Cell>
      <Cell caption="editor tabs" width={420}>
        <div className={styles.chrome}>
          <EditorTabs
            label="Open documents"
            tabs={open}
            activeId={active}
            onActivate={setActive}
            onClose={closed}
            menu={(tab) => [
              { kind: 'action', label: `Close ${tab.label}`, icon: 'x', onSelect: () => closed(tab.id) },
            ]}
            end={<IconButton icon="undo" label="Open all again" onClick={() => setOpen(documents)} />}
          />
        </div>
      </Cell>
      <Cell caption="editor tabs, too many" width={260}>
        <div className={styles.chrome}>
          <EditorTabs
            label="Many documents"
            tabs={documents}
            activeId="staging"
            onActivate={() => undefined}
            onClose={() => undefined}
          />
        </div>
      </Cell>
      <Cell caption="panel head" width={360}>
        <div className={styles.raised}>
          <Tabs value={panel} onChange={setPanel}>
            <TabList label="Panel" tabs={panels} tools={<IconButton icon="chevron-up" label="Enlarge" />} />
            {panels.map((each) => (
              <TabPanel key={each.id} id={each.id} className={styles.text}>
                {each.label}
              </TabPanel>
            ))}
          </Tabs>
        </div>
      </Cell>
      <Cell caption="inspector head" width={300}>
        <div className={styles.raised}>
          <PanelHead
            level={3}
            icon="api-call"
            title="Get order"
            aside="API Call"
            ruled
            tools={<IconButton icon="more" label="More for Get order" />}
          />
        </div>
      </Cell>
      <Cell caption="splitter" width={300}>
        <div className={styles.raised}>
          <SplitGroup className={styles.split} orientation="horizontal" id="sheet-split">
            <SplitPanel id="left" minSize={60}>
              <div className={styles.pane}>Side bar</div>
            </SplitPanel>
            <Splitter label="Side bar width" />
            <SplitPanel id="right" minSize={60}>
              <div className={styles.pane}>Editor</div>
            </SplitPanel>
          </SplitGroup>
        </div>
      </Cell>
      <Cell caption="status bar" width={480}>
        <div className={`${styles.chrome} ${styles.status}`}>
          <StatusItem icon="warning" tone="warning" onClick={() => undefined} tooltip="Show the problems">
            1 problem
          </StatusItem>
          <StatusItem icon="shield">Key store: system</StatusItem>
          <StatusItem icon="environment">staging</StatusItem>
          <StatusItem icon="paused" tone="paused">
            Paused
          </StatusItem>
          <span className={styles.spread} />
          <StatusItem icon="check">Saved</StatusItem>
        </div>
      </Cell>
    </SheetSection>
  );
}
