import type { ReactNode } from 'react';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { duplicateWanted } from '../../store/document-actions.ts';
import { scenarioEdited } from '../../store/scenario-actions.ts';
import { heldTextForgotten, scenarioShownAs, useHeldText, useIsAsJson } from '../../store/scenario-texts.ts';
import { useFlow, useScenario } from '../../store/use-documents.ts';
import { documentOpened } from '../../store/view-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Choice } from '../../ui/field/choice.tsx';
import { DocumentPage } from '../../ui/layout/document-page.tsx';
import { Note } from '../../ui/status/note.tsx';
import type { FaultFieldsOf } from './form/scenario-form-context.ts';
import { ScenarioFormFrame } from './form/scenario-form-frame.tsx';
import { ScenarioFields } from './form/scenario-fields.tsx';
import { ScenarioJson } from './json/scenario-json.tsx';
import { ScenarioSides } from './scenario-sides.tsx';

interface ScenarioEditorProps {
  readonly scenarioId: string;
  /** The fields of a fault, which another feature shows. */
  readonly faultFields: FaultFieldsOf;
}

/** A scenario in its tab: as a form, or as the JSON of its file. */
export function ScenarioEditor({ faultFields, scenarioId }: ScenarioEditorProps) {
  const scenario = useScenario(scenarioId);
  const asJson = useIsAsJson(scenarioId);
  if (scenario === undefined) return null;
  const { id } = scenario;
  return (
    <ScenarioSides scenarioId={id}>
      <DocumentPage
        name={scenario.name}
        kind="scenario"
        onRename={(name) => scenarioEdited(id, (before) => ({ ...before, name }), 'name')}
        subtitle={<TestedFlow scenario={scenario} />}
        actions={
          <>
            <Choice
              label="Shown as"
              value={asJson ? 'json' : 'form'}
              options={[
                { value: 'form', label: 'Form' },
                { value: 'json', label: 'JSON' },
              ]}
              onChange={(value) => scenarioShownAs(id, value === 'json')}
            />
            <Button icon="duplicate" onClick={() => void duplicateWanted(id)}>
              Duplicate
            </Button>
          </>
        }
      >
        {asJson ? (
          <ScenarioJson scenario={scenario} />
        ) : (
          <ScenarioFormFrame scenario={scenario} faultFields={faultFields}>
            <HeldTextNote id={id} />
            <ScenarioFields />
          </ScenarioFormFrame>
        )}
      </DocumentPage>
    </ScenarioSides>
  );
}

/** The flow that it tests, and the way there. */
function TestedFlow({ scenario }: { readonly scenario: Scenario }): ReactNode {
  const flow = useFlow(scenario.flow);
  if (flow === undefined) return 'Its flow is gone';
  return (
    <>
      {'Tests '}
      <Button look="link" onClick={() => documentOpened(flow.id)}>
        {flow.name}
      </Button>
    </>
  );
}

/** Says in the form that there is JSON which is no scenario yet. */
function HeldTextNote({ id }: { readonly id: Scenario['id'] }) {
  const held = useHeldText(id);
  if (held === undefined) return null;
  return (
    <Note
      tone="warning"
      title="Its JSON holds something that is no scenario yet"
      actions={
        <>
          <Button onClick={() => scenarioShownAs(id, true)}>Show the JSON</Button>
          <Button look="quiet" onClick={() => heldTextForgotten(id)}>
            Give up what was written
          </Button>
        </>
      }
    >
      The form shows the scenario as it was before.
    </Note>
  );
}
