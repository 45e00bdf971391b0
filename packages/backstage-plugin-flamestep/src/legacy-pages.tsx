import { PluginHeader } from '@backstage/ui';
import { FlamestepPages, type FlamestepPagesProps } from './flamestep-pages.tsx';
import { StairsIcon } from './parts/stairs-icon.tsx';

/** The pages for apps of the legacy frontend system, which put no header over them. */
export function LegacyPages(props: FlamestepPagesProps) {
  return (
    <>
      <PluginHeader title="Observability" icon={<StairsIcon />} />
      <FlamestepPages {...props} />
    </>
  );
}
