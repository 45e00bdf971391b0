import { coreServices, createBackendModule } from '@backstage/backend-plugin-api';
import { AuthorizeResult, type PolicyDecision } from '@backstage/plugin-permission-common';
import type { PermissionPolicy, PolicyQuery } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

/** Everybody may do everything but what the configuration denies by name, which may change while the portal runs. */
export const permissionPolicyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'example-policy',
  register(env) {
    env.registerInit({
      deps: { config: coreServices.rootConfig, policies: policyExtensionPoint },
      async init({ config, policies }) {
        const policy: PermissionPolicy = {
          async handle({ permission }: PolicyQuery): Promise<PolicyDecision> {
            const denied = config.getOptionalStringArray('examplePortal.denied') ?? [];
            return { result: denied.includes(permission.name) ? AuthorizeResult.DENY : AuthorizeResult.ALLOW };
          },
        };
        policies.setPolicy(policy);
      },
    });
  },
});
