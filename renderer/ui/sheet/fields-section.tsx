import { useRef, useState } from 'react';
import { Field } from '../field/field.tsx';
import { HiddenField, type HiddenFieldHandle } from '../field/hidden-field.tsx';
import { NumberField } from '../field/number-field.tsx';
import { SearchBox } from '../field/search-box.tsx';
import { SecretField } from '../field/secret-field.tsx';
import { TextArea } from '../field/text-area.tsx';
import { TextField } from '../field/text-field.tsx';
import { TemplateField } from '../template/template-field.tsx';
import { Cell, Line, SheetSection } from './cell.tsx';
import { DateCell } from './date-cell.tsx';
import { PerhapsUnsetCell } from './perhaps-unset-cell.tsx';
import styles from './sheet.module.css';

const unknown = new Set(['ordr_id']);

/** Everything that is typed into. */
export function FieldsSection() {
  const hidden = useRef<HiddenFieldHandle>(null);
  const [path, setPath] = useState('/orders/{{order_id}}');
  const [wrong, setWrong] = useState('/orders/{{ordr_id}}');
  const [name, setName] = useState('Shop API');
  const [connect, setConnect] = useState<number | null>(10);
  const [inherited, setInherited] = useState<number | null>(null);
  const [tokenSetAt, setTokenSetAt] = useState<string | null>(twoDaysAgo);
  const [filter, setFilter] = useState('');
  const [text, setText] = useState('Hi {{customer.name}}!\nYour order {{order_id}} is on its way.');
  return (
    <SheetSection title="Fields">
      <Cell caption="template" width={220}>
        <TemplateField field="path" label="Path" value={path} onChange={setPath} />
      </Cell>
      <Cell caption="template, unknown name" width={220}>
        <Field label="Path" labelHidden error="ordr_id is not set. order_id?">
          <TemplateField field="path" value={wrong} unknownNames={unknown} onChange={setWrong} />
        </Field>
      </Cell>
      <Cell caption="disabled" width={120}>
        <TemplateField
          field="path"
          label="Path of a folded call"
          value="/orders/…"
          disabledReason="Pick an endpoint first"
          onChange={() => undefined}
        />
      </Cell>
      <PerhapsUnsetCell />
      <Cell caption="label, hint" width={220}>
        <Field label="Name" hint="Shown in lists and on nodes">
          <TextField value={name} onChange={setName} />
        </Field>
      </Cell>
      <Cell caption="empty, read only" width={220}>
        <div className={styles.stack}>
          <TextField
            label="Empty"
            placeholder="https://api.example"
            mono
            value=""
            onChange={() => undefined}
          />
          <TextField label="Read only" mono readOnly value="rn_7f3a" onChange={() => undefined} />
        </div>
      </Cell>
      <Cell caption="numbers with units" width={220}>
        <Line>
          <NumberField
            className={styles.narrow}
            label="Connection timeout"
            value={connect}
            unit="s"
            min={0}
            onChange={setConnect}
          />
          <NumberField
            className={styles.narrow}
            label="Longest delay"
            value={inherited}
            placeholder="30"
            unit="s"
            min={0}
            onChange={setInherited}
          />
        </Line>
      </Cell>
      <Cell caption="secret, set" width={330}>
        <SecretField
          label="Token"
          setAt={tokenSetAt}
          placeholder="Paste the token"
          onSubmit={() => {
            setTokenSetAt(new Date().toISOString());
            return Promise.resolve(true);
          }}
          onForget={() => setTokenSetAt(null)}
        />
      </Cell>
      <Cell caption="secret, empty" width={220}>
        <SecretField
          label="New token"
          setAt={null}
          placeholder="Paste the token"
          onSubmit={() => Promise.resolve(true)}
        />
      </Cell>
      <Cell caption="secret, doubtful" width={330}>
        <SecretField
          label="Token of another host"
          setAt={twoDaysAgo}
          warning="entered for another host"
          placeholder="Paste the token"
          onSubmit={() => Promise.resolve(true)}
        />
      </Cell>
      <Cell caption="hidden until it is handed over" width={220}>
        <HiddenField ref={hidden} label="Passphrase" />
      </Cell>
      <Cell caption="filter" width={176}>
        <SearchBox label="Filter flows" value={filter} onChange={setFilter} />
      </Cell>
      <DateCell />
      <Cell caption="lines of text" width={330}>
        <TemplateField field="text" label="Message" lines={3} value={text} onChange={setText} />
      </Cell>
      <Cell caption="plain lines" width={220}>
        <TextArea
          label="Description"
          value="Orders, customers and stock of the web shop"
          onChange={() => undefined}
        />
      </Cell>
    </SheetSection>
  );
}

const twoDaysAgo = new Date(Date.now() - 50 * 3_600_000).toISOString();
