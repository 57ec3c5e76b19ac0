import {nothing, render} from './lit.js';

/**
 * A custom element that draws itself into the page, without a shadow tree: one stylesheet serves all. Whoever changes
 * its state calls update().
 */
export class Element extends HTMLElement {
  #queued = false;

  connectedCallback() {
    this.begin();
    this.update();
  }

  disconnectedCallback() {
    this.end();
  }

  /** Called when the element enters the page. */
  begin() {}

  /** Called when it leaves. */
  end() {}

  /** What to show. */
  view() {
    return nothing;
  }

  /** Draws once, however often it is called before the browser comes to it; resolves afterwards. */
  async update(state = {}) {
    Object.assign(this, state);
    if (this.#queued) return;
    this.#queued = true;
    await null;
    this.#queued = false;
    if (this.isConnected) render(this.view(), this);
  }
}

/** Draws everything again, as after a change of the language. */
export function updateAll() {
  for (const element of document.querySelectorAll('*')) {
    if (element instanceof Element) element.update();
  }
}
