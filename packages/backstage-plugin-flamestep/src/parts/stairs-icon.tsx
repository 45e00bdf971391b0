/** The sign of the plugin, for the navigation. */
export function StairsIcon() {
  return (
    <svg viewBox="0 0 24 24" width="1em" height="1em" fill="currentColor" aria-hidden="true">
      <path d="M3 20v-5h5v-5h5V6h8v14z" />
    </svg>
  );
}
