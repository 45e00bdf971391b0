import { PROJECT_SLUG_ANNOTATION, SERVICE_ANNOTATION } from '@flamestep/backstage-plugin-flamestep-common';

/** Says what to add to an entity that does not name its service. */
export function MissingAnnotation({ name }: { readonly name: string }) {
  return (
    <div>
      <p>
        This entity does not say which service to read, so nothing is known of it. Add to its <code>catalog-info.yaml</code>:
      </p>
      <pre className="fsp-code">
        {'metadata:\n  annotations:\n    '}
        <b>{`${SERVICE_ANNOTATION}: ${name}`}</b>
        {`\n    ${PROJECT_SLUG_ANNOTATION}: owner/${name}`}
      </pre>
    </div>
  );
}
