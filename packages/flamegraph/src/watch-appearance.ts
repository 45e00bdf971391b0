/** Tells when what is painted must be painted anew: another theme, other device pixels, or a print. Returns how to stop. */
export function watchAppearance(on: { changed(): void; printing(printing: boolean): void }): () => void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const before = () => on.printing(true);
  const after = () => on.printing(false);
  dark.addEventListener('change', on.changed);
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);

  const attributes = new MutationObserver(on.changed);
  for (const element of [document.documentElement, document.body]) {
    attributes.observe(element, { attributes: true, attributeFilter: ['data-theme', 'data-theme-mode', 'class'] });
  }

  // The query names one ratio, so it is asked again after each change.
  let pixels: MediaQueryList;
  const watchPixels = () => {
    pixels = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    pixels.addEventListener('change', changedPixels, { once: true });
  };
  const changedPixels = () => {
    on.changed();
    watchPixels();
  };
  watchPixels();

  return () => {
    dark.removeEventListener('change', on.changed);
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
    pixels.removeEventListener('change', changedPixels);
    attributes.disconnect();
  };
}
