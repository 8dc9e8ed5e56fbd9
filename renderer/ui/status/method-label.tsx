import type { HttpMethod } from '#shared/nodes/api-call-node.ts';
import { classNames } from '../class-names.ts';
import styles from './method-label.module.css';

/** An HTTP method in its colour: mono 600 at 11, the one heavy weight there is. */
export function MethodLabel({ method }: { readonly method: HttpMethod }) {
  return <span className={classNames(styles.method, styles[method.toLowerCase()])}>{method}</span>;
}
