import { commandInvoked } from '../../../store/command-registry.ts';
import { useDocumentHeads, useEnvironments } from '../../../store/use-documents.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { Choice } from '../../../ui/field/choice.tsx';
import { Field } from '../../../ui/field/field.tsx';
import { Select } from '../../../ui/field/select.tsx';
import { TagListField } from '../../../ui/field/tag-list-field.tsx';
import { TextArea } from '../../../ui/field/text-area.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { FormRow } from '../../../ui/layout/form-row.tsx';
import { useScenarioForm } from './scenario-form-context.ts';
import styles from './form.module.css';

/** What a scenario is about: its description, its tags, and the flow and environment that it runs with. */
export function SetupRows() {
  const { edit, scenario } = useScenarioForm();
  return (
    <>
      <FormRow title="About">
        <Field label="Description" labelHidden>
          <TextArea
            rows={2}
            placeholder="What this scenario shows"
            value={scenario.description}
            onChange={(description) => edit((before) => ({ ...before, description }), 'description')}
          />
        </Field>
        <TagListField
          label="Tags"
          one="Tag"
          fieldLabel="New tag"
          placeholder="smoke"
          size="code"
          tags={scenario.tags}
          troubleWith={(tag) => (scenario.tags.includes(tag) ? `${tag} is there already.` : null)}
          onChange={(tags, isTyped) => edit((before) => ({ ...before, tags }), isTyped ? 'tags' : null)}
        />
      </FormRow>
      <FormRow title="Setup" hint="What it runs, and with what">
        <div className={styles.line}>
          <FlowField />
          <EnvironmentField />
        </div>
        <Field
          as="group"
          label="Network"
          hint={
            scenario.network === 'refused'
              ? 'A call that nothing stands in for fails, and nothing is sent.'
              : 'A call that nothing stands in for is sent.'
          }
        >
          <Choice
            value={scenario.network}
            options={[
              { value: 'allowed', label: 'Allowed' },
              { value: 'refused', label: 'Refused' },
            ]}
            onChange={(network) => edit((before) => ({ ...before, network }), null)}
          />
        </Field>
      </FormRow>
    </>
  );
}

function FlowField() {
  const { edit, nodes, scenario } = useScenarioForm();
  const flows = useDocumentHeads('flowbench.flow');
  const isGone = nodes.flow === null;
  return (
    <Field label="Flow" error={isGone ? 'This flow is gone. Pick another one, or restore it.' : undefined}>
      <Select
        value={scenario.flow}
        shown={isGone ? 'A flow that is gone' : undefined}
        options={flows.map(({ id, name }) => ({ value: id, label: name, icon: 'flow' as const }))}
        onChange={(flow) => edit((before) => ({ ...before, flow: flow as Scenario['flow'] }), null)}
      />
      {isGone && (
        <Button look="link" onClick={() => void commandInvoked('trash.show')}>
          Show the trash
        </Button>
      )}
    </Field>
  );
}

function EnvironmentField() {
  const { edit, scenario } = useScenarioForm();
  const environments = useEnvironments();
  const { environment } = scenario;
  const isGone = environment !== null && !environments.some(({ id }) => id === environment);
  return (
    <Field label="Environment" error={isGone ? 'This environment is gone. Pick another one.' : undefined}>
      <Select
        value={environment ?? noEnvironment}
        shown={isGone ? 'An environment that is gone' : undefined}
        options={[
          { value: noEnvironment, label: 'None' },
          ...environments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) =>
          edit(
            (before) => ({
              ...before,
              environment: id === noEnvironment ? null : id,
            }),
            null,
          )
        }
      />
    </Field>
  );
}

const noEnvironment = 'none';
