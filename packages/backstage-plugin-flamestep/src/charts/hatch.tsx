/** The pattern that says: no data. */
export function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V6" stroke="var(--fs-hatch)" strokeWidth={3} />
      </pattern>
    </defs>
  );
}
