import type { ServiceManifest } from '@flamestep/maturity';

/** Where a service runs in Kubernetes, as the service file tells it in `selectors.kubernetes`. */
export interface KubernetesWorkload {
  readonly namespace: string;
  readonly deployment: string;
  readonly horizontalpodautoscaler: string;
}

/** `undefined` where the service file does not tell it. */
export function kubernetesWorkload({ selectors }: ServiceManifest): KubernetesWorkload | undefined {
  const { namespace, deployment, horizontalpodautoscaler = deployment } = selectors['kubernetes'] ?? {};
  return namespace && deployment && horizontalpodautoscaler ? { namespace, deployment, horizontalpodautoscaler } : undefined;
}
