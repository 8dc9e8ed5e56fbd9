import { useState } from 'react';
import { httpMethods, type HttpMethod } from '#shared/nodes/api-call-node.ts';
import { Button } from '../button/button.tsx';
import { IconButton } from '../button/icon-button.tsx';
import { Checkbox } from '../field/checkbox.tsx';
import { Choice } from '../field/choice.tsx';
import { FieldJoin } from '../field/field-join.tsx';
import { Select } from '../field/select.tsx';
import { Switch } from '../field/switch.tsx';
import { MethodLabel } from '../status/method-label.tsx';
import { Cell, Line, SheetSection } from './cell.tsx';

const authentications = [
  { value: 'none', label: 'None' },
  { value: 'bearer', label: 'Bearer token' },
  { value: 'api-key', label: 'API key' },
  { value: 'basic', label: 'Basic' },
] as const;

const operators = [
  { value: 'is', label: 'is', group: 'Text' },
  { value: 'contains', label: 'contains', group: 'Text' },
  { value: 'less', label: '<', group: 'Number' },
] as const;

const endpoints = [
  { value: 'shop', label: 'Shop API', meta: 'shop.example' },
  { value: 'carrier', label: 'Carrier API', meta: 'carrier.example' },
] as const;

/** Everything that is pressed, picked and switched. */
export function ChoicesSection() {
  const [authentication, setAuthentication] = useState<(typeof authentications)[number]['value']>('bearer');
  const [view, setView] = useState<'tree' | 'raw'>('tree');
  const [method, setMethod] = useState<HttpMethod>('GET');
  const [endpoint, setEndpoint] = useState<(typeof endpoints)[number]['value']>('shop');
  const [raw, setRaw] = useState(true);
  const [sending, setSending] = useState(false);
  const [sent, setSent] = useState(true);
  return (
    <SheetSection title="Buttons and choices">
      <Cell caption="buttons" width={560}>
        <Line>
          <Button look="primary">Run</Button>
          <Button icon="send">Send</Button>
          <Button disabledReason="Pick an endpoint first">Disabled</Button>
          <Button look="quiet">Quiet</Button>
          <Button look="danger">Forget</Button>
          <Button look="danger-solid">Forget token</Button>
          <Button look="link">Undo</Button>
          <Button size="s">Small</Button>
        </Line>
      </Cell>
      <Cell caption="live: busy">
        <Line>
          <Button
            icon="send"
            disabledReason={sending ? 'The answer is on its way' : undefined}
            onClick={() => setSending(true)}
          >
            Send once
          </Button>
        </Line>
      </Cell>
      <Cell caption="icon buttons">
        <Line>
          <IconButton icon="plus" label="New flow" keys="Mod+N" />
          <IconButton icon="map" label="Minimap" pressed />
          <IconButton icon="trash" label="Remove" disabledReason="Nothing is selected" />
          <IconButton icon="more" label="More" size={28} iconSize={16} />
        </Line>
      </Cell>
      <Cell caption="choice">
        <Choice
          label="Authentication"
          options={authentications}
          value={authentication}
          onChange={setAuthentication}
        />
      </Cell>
      <Cell caption="choice in a head">
        <Line>
          <Choice
            label="View"
            size="s"
            value={view}
            onChange={setView}
            options={[
              { value: 'tree', label: 'Tree' },
              { value: 'raw', label: 'Raw' },
            ]}
          />
        </Line>
      </Cell>
      <Cell caption="switch, check">
        <Line>
          <Switch label="On" checked onChange={() => undefined} />
          <Switch label="Off" checked={false} onChange={() => undefined} />
          <Checkbox label="Ticked" checked onChange={() => undefined} />
          <Checkbox label="Not ticked" checked={false} onChange={() => undefined} />
          <Checkbox
            label="Off for now"
            checked
            disabledReason="The endpoint sends it"
            onChange={() => undefined}
          />
        </Line>
      </Cell>
      <Cell caption="with words">
        <Line>
          <Switch checked={raw} onChange={setRaw}>
            Include Raw Response
          </Switch>
          <Checkbox checked={sent} onChange={setSent}>
            Repeat POST
          </Checkbox>
        </Line>
      </Cell>
      <Cell caption="joined selects" width={280}>
        <FieldJoin>
          <Select
            label="Method"
            mono
            value={method}
            onChange={setMethod}
            options={httpMethods.map((each) => ({
              value: each,
              label: each,
              shown: <MethodLabel method={each} />,
            }))}
          />
          <Select label="API endpoint" value={endpoint} onChange={setEndpoint} options={endpoints} />
        </FieldJoin>
      </Cell>
      <Cell caption="select, nothing picked" width={180}>
        <Select
          label="Another endpoint"
          placeholder="Pick an endpoint"
          value={null}
          onChange={() => undefined}
          options={endpoints}
        />
      </Cell>
      <Cell caption="select with headings" width={180}>
        <Select label="Operator" value="is" onChange={() => undefined} options={operators} />
      </Cell>
      <Cell caption="select, missing" width={180}>
        <Select
          label="A missing endpoint"
          invalid
          shown="Shop API"
          value={null}
          onChange={() => undefined}
          options={endpoints}
        />
      </Cell>
    </SheetSection>
  );
}
