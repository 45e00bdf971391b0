/**
 * jsdom neither draws nor lays out. With this a flame graph can be mounted in it: what it says is there, and the picture is not, which
 * the tests of @flamestep/flamegraph look at in a browser. Returns the elements that are brought into view.
 */
export function standInForCanvas(): readonly Element[] {
  const context = new Proxy({}, { get: () => () => ({ width: 0 }), set: () => true });
  HTMLCanvasElement.prototype.getContext = (() => context) as unknown as HTMLCanvasElement['getContext'];
  const asked = { matches: false, addListener: () => {}, removeListener: () => {} };
  window.matchMedia = () => Object.assign(new EventTarget(), asked) as unknown as MediaQueryList;
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  // jsdom cannot adopt a style sheet; a page that carries it itself need not.
  const styles = document.createElement('style');
  styles.setAttribute('data-fs-flame', '');
  document.head.append(styles);
  const seen: Element[] = [];
  Element.prototype.scrollIntoView = function (this: Element) {
    seen.push(this);
  };
  return seen;
}
