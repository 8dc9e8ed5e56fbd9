// What screen readers get from the components, read from their static markup; what they do is tested in the real app.
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Button } from '../../../../renderer/ui/button/button.tsx';
import { IconButton } from '../../../../renderer/ui/button/icon-button.tsx';
import { StatusItem } from '../../../../renderer/ui/button/status-item.tsx';
import { Choice } from '../../../../renderer/ui/field/choice.tsx';
import { Field } from '../../../../renderer/ui/field/field.tsx';
import { KeyValueTable } from '../../../../renderer/ui/field/key-value-table.tsx';
import { NumberField } from '../../../../renderer/ui/field/number-field.tsx';
import { plainRowFormat } from '../../../../renderer/ui/field/row-format.ts';
import { SecretField } from '../../../../renderer/ui/field/secret-field.tsx';
import { Select } from '../../../../renderer/ui/field/select.tsx';
import { TextArea } from '../../../../renderer/ui/field/text-area.tsx';
import { TextField } from '../../../../renderer/ui/field/text-field.tsx';
import { Icon } from '../../../../renderer/ui/icon/icon.tsx';
import { List } from '../../../../renderer/ui/list/list.tsx';
import { RunRing } from '../../../../renderer/ui/status/run-ring.tsx';
import { StatusChip } from '../../../../renderer/ui/status/status-chip.tsx';
import { EditorTabs } from '../../../../renderer/ui/tabs/editor-tabs.tsx';
import { TemplateField } from '../../../../renderer/ui/template/template-field.tsx';

const nothing = () => undefined;
const kept = () => Promise.resolve(true);

describe('a field', () => {
  it('names its control and ties the hint to it', () => {
    const page = markup(
      <Field label="Base URL" hint="Where every call begins">
        <TextField value="" onChange={nothing} />
      </Field>,
    );
    expect(attribute(page, 'label', 'for')).toBe(attribute(page, 'input', 'id'));
    expect(textOf(page, attribute(page, 'input', 'aria-describedby'))).toBe('Where every call begins');
    expect(page).not.toContain('aria-invalid');
  });

  it('shows an error in place of the hint and marks the control', () => {
    const page = markup(
      <Field label="Base URL" hint="Where every call begins" error="There is no host in it">
        <TextField value="https://" onChange={nothing} />
      </Field>,
    );
    expect(attribute(page, 'input', 'aria-invalid')).toBe('true');
    expect(textOf(page, attribute(page, 'input', 'aria-describedby'))).toContain('There is no host in it');
    expect(page).not.toContain('Where every call begins');
  });
});

describe('every kind of control', () => {
  it.each([
    ['number', <NumberField key="n" value={1} onChange={nothing} />, 'input'],
    ['select', <Select key="s" value={null} onChange={nothing} options={[]} />, 'button'],
    ['lines', <TextArea key="a" value="" onChange={nothing} />, 'textarea'],
    ['template', <TemplateField field="path" key="t" value="" onChange={nothing} />, 'input'],
    ['secret', <SecretField key="x" setAt={null} placeholder="" onSubmit={kept} />, 'input'],
  ])('%s is named by its field', (_, control, tag) => {
    const page = markup(<Field label="Called this">{control}</Field>);
    expect(attribute(page, tag, 'id')).toBe(attribute(page, 'label', 'for'));
  });

  it('choice is named by the group it stands in', () => {
    const page = markup(
      <Field label="Authentication" as="group">
        <Choice value="none" onChange={nothing} options={[{ value: 'none', label: 'None' }]} />
      </Field>,
    );
    const label = /<span id="([^"]*)"[^>]*>Authentication/.exec(page)?.[1];
    expect(label).toBeDefined();
    expect(page.match(new RegExp(`aria-labelledby="${label ?? ''}"`, 'g'))).toHaveLength(2);
  });
});

describe('a button that does nothing now', () => {
  it('says why and stays reachable', () => {
    const page = markup(<Button disabledReason="Pick an endpoint first">Send</Button>);
    expect(attribute(page, 'button', 'aria-disabled')).toBe('true');
    expect(attribute(page, 'button', 'aria-description')).toBe('Pick an endpoint first');
    expect(attribute(page, 'button', 'disabled')).toBeNull();
  });

  it('keeps its name when it is an icon', () => {
    const page = markup(<IconButton icon="trash" label="Remove" disabledReason="Nothing is selected" />);
    expect(attribute(page, 'button', 'aria-label')).toBe('Remove');
  });
});

describe('icons and rings', () => {
  it('are hidden beside words and named without them', () => {
    expect(attribute(markup(<Icon name="lock" />), 'svg', 'aria-hidden')).toBe('true');
    expect(attribute(markup(<Icon name="lock" label="Secret" />), 'svg', 'aria-label')).toBe('Secret');
    expect(attribute(markup(<RunRing state="failed" />), 'svg', 'aria-label')).toBe('failed');
    expect(attribute(markup(<RunRing state="failed" silent />), 'svg', 'aria-hidden')).toBe('true');
  });
});

describe('a status chip', () => {
  it.each([
    [<StatusChip key="a" status="error" statusCode={503} brief times={3} />, '503 ×3'],
    [<StatusChip key="b" status="failure" statusCode={null} cause="refused" />, 'failure: refused'],
    [<StatusChip key="c" status="success" statusCode={200} />, '200 OK'],
  ])('%# says it in words', (chip, words) => {
    expect(withoutTags(markup(chip))).toBe(words);
  });
});

describe('a fact of the status bar', () => {
  it('is a button only where something happens', () => {
    expect(markup(<StatusItem>Saved</StatusItem>)).not.toContain('<button');
    expect(markup(<StatusItem onClick={nothing}>1 problem</StatusItem>)).toContain('<button');
  });
});

describe('a secret field', () => {
  it('shows of a secret that is set only that it is', () => {
    const page = markup(
      <SecretField
        label="Token"
        setAt="2026-11-20T10:00:00Z"
        placeholder="Paste the token"
        onSubmit={kept}
      />,
    );
    expect(page).not.toContain('<input');
    expect(withoutTags(page)).toMatch(/^••••••••set .*Replace$/);
  });

  it('gives no value to the input that a new one is typed into', () => {
    const page = markup(
      <SecretField label="Token" setAt={null} placeholder="Paste the token" onSubmit={kept} />,
    );
    expect(attribute(page, 'input', 'type')).toBe('password');
    expect(attribute(page, 'input', 'value')).toBeNull();
    expect(attribute(page, 'input', 'autoComplete')).toBe('off');
  });
});

describe('a key-value table', () => {
  const table = (
    <KeyValueTable
      label="Headers"
      field="header"
      rows={[{ name: 'X-Trace', value: '{{@run.id}}', enabled: false }]}
      onChange={nothing}
      format={plainRowFormat}
      inherited={[{ name: 'Accept', value: 'application/json', icon: 'endpoint', from: 'From Shop API' }]}
    />
  );

  it('is a table with the rows from elsewhere, its own and an empty one', () => {
    const page = markup(table);
    expect(page).toContain('role="table" aria-label="Headers"');
    expect(page.match(/role="row"/g)).toHaveLength(4);
    expect(page.match(/role="columnheader"/g)).toHaveLength(4);
  });

  it('lets only its own rows be edited', () => {
    const values = Array.from(markup(table).matchAll(/<input[^>]* value="([^"]*)"/g), ([, value]) => value);
    expect(values.filter((value) => value !== 'on')).toEqual(['X-Trace', '{{@run.id}}', '', '']);
  });
});

describe('a template field', () => {
  it('shows behind the input exactly what is in it, with the expression marked', () => {
    const page = markup(
      <TemplateField field="path" label="Path" value="/orders/{{order_id}}" onChange={nothing} />,
    );
    expect(attribute(page, 'input', 'value')).toBe('/orders/{{order_id}}');
    const behind = /<pre[^>]*>([\s\S]*)<\/pre>/.exec(page)?.[1] ?? '';
    expect(withoutTags(behind)).toBe('/orders/{{order_id}}\u200b');
    expect(attribute(page, 'pre', 'aria-hidden')).toBe('true');
  });
});

describe('one tab stop', () => {
  it('is what a list of rows has: the selected one', () => {
    const page = markup(
      <List
        label="Flows"
        items={[
          { id: 'a', label: 'Order lookup' },
          { id: 'b', label: 'Returns' },
        ]}
        selectedId="b"
        onSelect={nothing}
      />,
    );
    expect(tabIndexes(page)).toEqual(['-1', '0']);
    expect(page).toMatch(/aria-current="true"[^>]*>.*Returns/);
  });

  it('is what the open documents have, each a tab', () => {
    const page = markup(
      <EditorTabs
        label="Open documents"
        tabs={[
          { id: 'a', label: 'Order lookup', icon: 'flow' },
          { id: 'b', label: 'staging', icon: 'environment', unsaved: 'Not saved: the disk is full' },
        ]}
        activeId="a"
        onActivate={nothing}
        onClose={nothing}
      />,
    );
    expect(page.match(/role="tab"/g)).toHaveLength(2);
    expect(tabIndexes(page)).toEqual(['0', '-1']);
    expect(page).toContain('aria-description="Not saved: the disk is full"');
  });
});

function markup(element: ReactElement): string {
  return renderToStaticMarkup(element);
}

function attribute(page: string, tag: string, name: string): string | null {
  const opening = new RegExp(`<${tag}\\b[^>]*>`).exec(page)?.[0] ?? '';
  return new RegExp(`\\s${name}="([^"]*)"`).exec(opening)?.[1] ?? null;
}

function textOf(page: string, id: string | null): string {
  return withoutTags(new RegExp(`id="${id ?? ''}"[^>]*>(.*?)</div>`).exec(page)?.[1] ?? '');
}

function tabIndexes(page: string): readonly (string | undefined)[] {
  return Array.from(page.matchAll(/data-roving-id="[^"]*" tabindex="(-?\d)"/gi), ([, index]) => index);
}

function withoutTags(page: string): string {
  return page.replace(/<[^>]*>/g, '');
}
