import { useSelection } from '../../../store/selection-store.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Choice } from '../../../ui/field/choice.tsx';
import { Field } from '../../../ui/field/field.tsx';
import { Dialog } from '../../../ui/overlay/dialog.tsx';
import { pictureCopied, pictureSaved } from './picture-actions.ts';
import { pictureAsked, pictureChosen, usePictureState, type PictureChoices } from './picture-store.ts';
import styles from './picture-dialog.module.css';

/** Asks what the picture of a flow shall show, and how. */
export function PictureDialog({ flowId }: { readonly flowId: string }) {
  const { choices, open } = usePictureState();
  const { groups, nodes } = useSelection(flowId);
  const hasSelection = nodes.length + groups.length > 0;
  const made: PictureChoices = hasSelection ? choices : { ...choices, part: 'flow' };
  const close = () => pictureAsked(false);
  const done = (act: (id: string, chosen: PictureChoices) => Promise<void>) => () => {
    close();
    void act(flowId, made);
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title="Export as a picture"
      description="As the canvas shows it, collapsed groups as one card, without runs and problems."
      footer={
        <>
          <Button onClick={done(pictureCopied)}>Copy PNG</Button>
          <Button look="primary" onClick={done(pictureSaved)}>
            Save…
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <Field as="group" label="Format">
          <Choice
            label="Format"
            value={choices.format}
            options={[
              { value: 'svg', label: 'SVG' },
              { value: 'png', label: 'PNG' },
            ]}
            onChange={(format) => pictureChosen({ format })}
          />
        </Field>
        <Field as="group" label="Scale of a PNG">
          <Choice
            label="Scale of a PNG"
            value={choices.scale}
            options={[
              { value: '1', label: '100 %' },
              { value: '2', label: '200 %' },
              { value: '3', label: '300 %' },
            ]}
            onChange={(scale) => pictureChosen({ scale })}
          />
        </Field>
        <Field as="group" label="Colours">
          <Choice
            label="Colours"
            value={choices.theme}
            options={[
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
            onChange={(theme) => pictureChosen({ theme })}
          />
        </Field>
        {hasSelection && (
          <Field as="group" label="What">
            <Choice
              label="What"
              value={made.part}
              options={[
                { value: 'flow', label: 'The whole flow' },
                { value: 'selection', label: 'What is selected' },
              ]}
              onChange={(part) => pictureChosen({ part })}
            />
          </Field>
        )}
      </div>
    </Dialog>
  );
}
