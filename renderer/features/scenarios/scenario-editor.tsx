import { scenarioEdited } from '../../store/scenario-actions.ts';
import { useFlow, useScenario } from '../../store/use-documents.ts';
import { documentOpened } from '../../store/view-store.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { duplicateWanted } from '../../store/document-actions.ts';
import { Button } from '../../ui/button/button.tsx';
import { DocumentPage } from '../../ui/layout/document-page.tsx';
import { ScenarioSides } from './scenario-sides.tsx';

/** A scenario in its tab. */
export function ScenarioEditor({ scenarioId }: { readonly scenarioId: string }) {
  const scenario = useScenario(scenarioId);
  if (scenario === undefined) return null;
  const { id } = scenario;
  return (
    <ScenarioSides scenarioId={id}>
      <DocumentPage
        name={scenario.name}
        kind="scenario"
        onRename={(name) => scenarioEdited(id, { name }, 'name')}
        subtitle={<TestedFlow scenario={scenario} />}
        actions={
          <Button icon="duplicate" onClick={() => void duplicateWanted(id)}>
            Duplicate
          </Button>
        }
      >
        {null}
      </DocumentPage>
    </ScenarioSides>
  );
}

/** The flow that it tests, and the way there. */
function TestedFlow({ scenario }: { readonly scenario: Scenario }) {
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
