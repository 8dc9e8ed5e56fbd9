import { environmentColours } from '#shared/environment/environment.ts';
import { httpMethods } from '#shared/nodes/api-call-node.ts';
import { Chip } from '../status/chip.tsx';
import { EnvironmentDot } from '../status/environment-dot.tsx';
import { MethodLabel } from '../status/method-label.tsx';
import type { RunRingState } from '../status/run-ring.tsx';
import { RunRing } from '../status/run-ring.tsx';
import { StatusChip } from '../status/status-chip.tsx';
import { TagChip } from '../status/tag-chip.tsx';
import { Cell, Line, SheetSection } from './cell.tsx';
import styles from './sheet.module.css';

const ringStates: readonly RunRingState[] = ['idle', 'running', 'paused', 'done', 'failed'];

/** Chips, methods and rings: colour and word. */
export function StatusSection() {
  return (
    <SheetSection title="Status and method">
      <Cell caption="status classes" width={680}>
        <Line>
          <StatusChip status="success" statusCode={200} />
          <StatusChip status="error" statusCode={304} />
          <StatusChip status="error" statusCode={404} />
          <StatusChip status="error" statusCode={503} />
          <StatusChip status="failure" statusCode={null} cause="refused" />
          <StatusChip status="exception" statusCode={null} />
        </Line>
      </Cell>
      <Cell caption="methods">
        <Line>
          {httpMethods.map((method) => (
            <MethodLabel key={method} method={method} />
          ))}
        </Line>
      </Cell>
      <Cell caption="run states">
        <Line>
          {ringStates.map((state) => (
            <span key={state} className={styles.state}>
              <RunRing state={state} silent />
              {state}
            </span>
          ))}
        </Line>
      </Cell>
      <Cell caption="on cards and rows">
        <Line>
          <StatusChip status="success" statusCode={200} brief />
          <StatusChip status="error" statusCode={503} brief times={3} />
          <Chip tone="accent">attempt 2</Chip>
          <Chip tone="paused">edited</Chip>
          <Chip>fixture</Chip>
          <RunRing state="done" size={14} />
        </Line>
      </Cell>
      <Cell caption="head of a response">
        <Line>
          <StatusChip status="success" statusCode={200} size="l" />
        </Line>
      </Cell>
      <Cell caption="colours of environments">
        <Line>
          {environmentColours.map((colour) => (
            <span key={colour} className={styles.state}>
              <EnvironmentDot colour={colour} />
              {colour}
            </span>
          ))}
        </Line>
      </Cell>
      <Cell caption="a set of hosts">
        <Line>
          <TagChip onRemove={() => undefined}>staging.shop.example</TagChip>
          <TagChip>shop.example</TagChip>
          <TagChip words onRemove={() => undefined}>
            Failed
          </TagChip>
        </Line>
      </Cell>
    </SheetSection>
  );
}
