import {Element} from './element.js';
import {t} from './i18n.js';
import {html, nothing} from './lit.js';
import {icon, loading, pageHead, problemNotice} from './parts.js';
import {loadPersonas} from './personas.js';
import {goTo} from './router.js';
import {session} from './session.js';

/** The story of the demo: who to be, and where to go. */
const STORY = [
  {persona: 'linus', to: '/security'},
  {persona: 'ada', to: '/users'},
  {persona: 'linus', to: '/mails'},
  {persona: 'rita', to: '/users/clinic'},
  {persona: 'bob', to: '/security'},
  {persona: 'sam', to: '/cases'},
  {persona: 'uma', to: '/cases'},
];

/** Demo only: choose somebody to be, and what to try as that person. */
class Demo extends Element {
  personas = null;
  problem = null;

  begin() {
    this.load();
  }

  load = async () => {
    try {
      const personas = await loadPersonas();
      this.update({personas, problem: null});
    } catch (problem) {
      this.update({problem});
    }
  };

  view() {
    return html`
      ${pageHead(t('demo.title'), t('demo.lead'))} ${problemNotice(this.problem, this.load)}
      ${this.personas ? this.#all() : this.problem ? nothing : loading()}`;
  }

  #all() {
    return html`
      <section class="card" aria-labelledby="story-title">
        <h2 id="story-title">${t('demo.story')}</h2>
        <ol class="story">${STORY.map((scene, index) => this.#scene(scene, index + 1))}</ol>
      </section>
      <section aria-labelledby="personas-title">
        <h2 id="personas-title">${t('demo.personas')}</h2>
        <lr-persona-choice @chosen=${() => goTo(session.has('support') ? '/cases' : '/security')}></lr-persona-choice>
      </section>`;
  }

  #scene({persona, to}, number) {
    const name = this.personas.find((each) => each.persona === persona)?.displayName ?? persona;
    return html`
      <li><div><strong>${t(`demo.scene.${number}.title`)}</strong><p>${t(`demo.scene.${number}.body`)}</p></div>
        <button class="quiet" type="button" @click=${() => this.#be(persona, to)}>
          ${icon('play')} ${t('demo.be', {name})}<span class="visually-hidden">: ${t(`demo.scene.${number}.title`)}</span>
        </button></li>`;
  }

  async #be(persona, to) {
    try {
      await session.play(persona);
      goTo(to);
    } catch (problem) {
      this.update({problem});
    }
  }
}

customElements.define('lr-demo', Demo);
