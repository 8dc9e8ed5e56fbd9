import { Button } from '../button/button.tsx';
import { IconButton } from '../button/icon-button.tsx';
import { Icon, type IconName } from '../icon/icon.tsx';
import { classNames } from '../class-names.ts';
import dialog from '../overlay/dialog.module.css';
import popup from '../overlay/popup.module.css';
import toast from '../overlay/toasts.module.css';
import tip from '../overlay/tooltip.module.css';
import { Kbd } from '../status/kbd.tsx';
import styles from './sheet.module.css';

/** The looks of a dialog, standing in the page; the live one opens over the window. */
export function DialogPicture() {
  return (
    <div className={classNames(dialog.dialog, dialog.narrow, styles.picture)}>
      <strong className={dialog.title}>Forget the token of Shop API?</strong>
      <p className={dialog.description}>
        It cannot be brought back. 6 API Calls will end as an exception until a new one is set.
      </p>
      <div className={dialog.footer}>
        <Button>Keep</Button>
        <Button look="danger-solid">Forget token</Button>
      </div>
    </div>
  );
}

/** The looks of a toast. */
export function ToastPicture() {
  return (
    <div className={toast.toast}>
      <Icon name="trash" className={toast.icon} />
      <div className={toast.words}>
        <strong className={toast.title}>Track parcel removed</strong>
        <span className={toast.body}>3 connections went with it.</span>
        <Button look="link" className={toast.action}>
          Undo
        </Button>
      </div>
      <IconButton icon="x" label="Close" size={20} className={toast.close} />
    </div>
  );
}

interface PictureRow {
  readonly label: string;
  readonly icon: IconName;
  readonly keys?: string;
  readonly state?: 'highlighted' | 'danger';
}

const rows: readonly PictureRow[] = [
  { label: 'API Endpoints', icon: 'endpoint', keys: 'Alt+2', state: 'highlighted' },
  { label: 'Environments', icon: 'environment', keys: 'Alt+3' },
  { label: 'Delete…', icon: 'trash', state: 'danger' },
];

/** The looks of a menu. */
export function MenuPicture() {
  return (
    <div className={classNames(popup.popup, styles.picture)}>
      {rows.map(({ label, icon, keys, state }) => (
        <div key={label}>
          {state === 'danger' && <div className={popup.separator} />}
          <div
            className={classNames(popup.row, state === 'danger' && popup.danger)}
            data-highlighted={state === 'highlighted' || undefined}
          >
            <Icon name={icon} size={14} className={popup.icon} />
            <span className={popup.word}>{label}</span>
            {keys !== undefined && (
              <span className={popup.keys}>
                <Kbd keys={keys} />
              </span>
            )}
          </div>
        </div>
      ))}
    </div>
  );
}

/** The looks of a tooltip. */
export function TooltipPicture() {
  return (
    <div className={tip.tip}>
      API Call<span className={tip.hint}>drag, or press</span>
      <Kbd keys="/" />
    </div>
  );
}
