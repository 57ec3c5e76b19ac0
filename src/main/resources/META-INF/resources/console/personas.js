import {get} from './api.js';
import {Element} from './element.js';
import {tOr} from './i18n.js';
import {html, nothing} from './lit.js';
import {loading, problemNotice} from './parts.js';
import {session} from './session.js';

/** Everybody whom one can be in the demo; services do not look at consoles. */
export const loadPersonas = async () =>
  (await get('/demo/personas')).filter((persona) => !persona.roles.includes('service'));

/** Demo only: to choose somebody to be. Says "chosen" when the session has begun. */
class PersonaChoice extends Element {
  personas = null;
  problem = null;

  begin() {
    this.load();
  }

  load = async () => {
    try {
      this.update({personas: await loadPersonas(), problem: null});
    } catch (problem) {
      this.update({problem});
    }
  };

  view() {
    return html`
      ${problemNotice(this.problem, this.load)}
      ${this.personas
        ? html`<ul class="personas">${this.personas.map((each) => this.#persona(each))}</ul>`
        : this.problem ? nothing : loading()}`;
  }

  #persona({persona, displayName, description}) {
    return html`
      <li><button class="persona" type="button" aria-pressed=${String(session.persona === persona)}
        @click=${() => this.#be(persona)}>
        <span class="avatar" aria-hidden="true">${displayName[0]}</span>
        <span><strong>${displayName}</strong><span class="fine">${tOr(`persona.${persona}`, description)}</span></span>
      </button></li>`;
  }

  async #be(persona) {
    try {
      await session.play(persona);
      this.dispatchEvent(new Event('chosen'));
    } catch (problem) {
      this.update({problem});
    }
  }
}

customElements.define('lr-persona-choice', PersonaChoice);
