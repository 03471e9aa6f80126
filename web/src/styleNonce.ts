/** The number used once that lets styles into this page; undefined during development, where the front does not write it. */
export function styleNonce(): string | undefined {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content;
  return nonce === undefined || nonce.startsWith("%") ? undefined : nonce;
}

/**
 * Gives the number to every style element that is made. Parts of Ant Design that are not told of it, such as the lock that keeps the page
 * behind a dialog from scrolling, make theirs without.
 */
export function nameStyles(): void {
  const nonce = styleNonce();
  if (nonce === undefined) {
    return;
  }
  const page: { createElement: (name: string, options?: ElementCreationOptions) => HTMLElement } = document;
  const make = page.createElement.bind(document);
  page.createElement = (name, options) => {
    const element = make(name, options);
    if (element instanceof HTMLStyleElement) {
      element.nonce = nonce;
    }
    return element;
  };
}
