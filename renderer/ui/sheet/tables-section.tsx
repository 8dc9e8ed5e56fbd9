import { useState } from 'react';
import type { Row } from '#shared/request/row.ts';
import { KeyValueTable } from '../field/key-value-table.tsx';
import { plainRowFormat } from '../field/row-format.ts';
import { Icon } from '../icon/icon.tsx';
import { CheckTree } from '../list/check-tree.tsx';
import { List } from '../list/list.tsx';
import { Tree } from '../list/tree.tsx';
import { Section } from '../layout/section.tsx';
import { PanelHead } from '../layout/panel-head.tsx';
import { IconButton } from '../button/icon-button.tsx';
import { RunRing } from '../status/run-ring.tsx';
import { Cell, SheetSection } from './cell.tsx';
import styles from './sheet.module.css';

const flows = [
  { id: 'lookup', label: 'Order lookup', icon: 'flow', meta: <RunRing state="failed" size={14} /> },
  { id: 'returns', label: 'Returns', icon: 'flow' },
  { id: 'hours', label: 'Opening hours', icon: 'flow', meta: <RunRing state="done" size={14} /> },
  { id: 'complaint', label: 'Complaint intake for orders that never came', icon: 'flow', meta: '12' },
] as const;

const outline = [
  { id: 'start', label: 'Start', icon: 'start' },
  { id: 'greeting', label: 'Greeting', icon: 'message' },
  {
    id: 'get',
    label: 'Get order',
    icon: 'api-call',
    children: [
      { id: 'status', label: 'Order status', icon: 'message' },
      { id: 'track', label: 'Track parcel', icon: 'api-call' },
    ],
  },
  { id: 'end', label: 'End', icon: 'end' },
] as const;

/** Rows: tables, lists and trees. */
export function TablesSection() {
  const [rows, setRows] = useState<readonly Row[]>([
    { name: 'expand', value: 'items', enabled: true, description: 'What comes with an order' },
    { name: 'locale', value: '{{@env.locale}}', enabled: true },
    { name: 'debug', value: 'true', enabled: false },
  ]);
  const [headers, setHeaders] = useState<readonly Row[]>([
    { name: 'X-Request-Id', value: '{{@run.id}}', enabled: true },
  ]);
  const [flow, setFlow] = useState<string>('lookup');
  const [node, setNode] = useState<string>('get');
  const [folded, setFolded] = useState(false);
  const [open, setOpen] = useState(true);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(['start', 'status']));
  return (
    <SheetSection title="Rows">
      <Cell caption="key-value rows" width={320}>
        <KeyValueTable label="Query" field="query" rows={rows} onChange={setRows} format={plainRowFormat} />
      </Cell>
      <Cell caption="with rows of the endpoint" width={320}>
        <KeyValueTable
          label="Headers"
          field="header"
          rows={headers}
          onChange={setHeaders}
          format={plainRowFormat}
          inherited={[
            {
              name: 'Authorization',
              value: 'Bearer ••••••••',
              icon: 'endpoint',
              from: 'From Shop API',
              secret: true,
            },
            { name: 'Accept', value: 'application/json', icon: 'endpoint', from: 'From Shop API' },
          ]}
        />
      </Cell>
      <Cell caption="with one column more" width={440}>
        <KeyValueTable
          label="Endpoint headers"
          field="header"
          rows={headers}
          onChange={setHeaders}
          format={plainRowFormat}
          extra={{
            title: 'Sensitive',
            cell: () => (
              <>
                <Icon name="lock-open" size={14} /> Visible
              </>
            ),
            empty: (
              <>
                <Icon name="lock" size={14} /> Secret
              </>
            ),
          }}
        />
      </Cell>
      <Cell caption="side bar" width={192}>
        <div className={styles.chrome}>
          <PanelHead
            title="Flows"
            level={3}
            tools={<IconButton icon="plus" label="New flow" keys="Mod+N" />}
          />
          <List
            label="Flows"
            items={flows}
            selectedId={flow}
            onSelect={setFlow}
            menu={(item) => [
              { kind: 'action', label: 'Rename', icon: 'rename', keys: 'F2', onSelect: () => undefined },
              {
                kind: 'action',
                label: `Delete ${item.label}`,
                icon: 'trash',
                danger: true,
                onSelect: () => undefined,
              },
            ]}
          />
          <Section look="list" title="Outline" open={open} onToggle={setOpen}>
            <Tree
              label="Outline"
              nodes={outline}
              selectedId={node}
              onSelect={setNode}
              isExpanded={(id) => id === 'get' && !folded}
              onToggle={(_, expanded) => setFolded(!expanded)}
            />
          </Section>
        </div>
      </Cell>
      <Cell caption="to be ticked" width={220}>
        <CheckTree
          label="Steps to take"
          nodes={outline}
          checked={ticked}
          onChange={(ids, on) =>
            setTicked(
              (before) => new Set([...before].filter((id) => !ids.includes(id)).concat(on ? ids : [])),
            )
          }
        />
      </Cell>
    </SheetSection>
  );
}
