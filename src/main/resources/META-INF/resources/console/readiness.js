import {get, path} from './api.js';
import {Element} from './element.js';
import {t} from './i18n.js';
import {html, nothing} from './lit.js';
import {empty, loading, notice, pill, problemNotice} from './parts.js';

const KIND = {ready: 'good', one_able_administrator: 'warn', no_able_administrator: 'bad'};

/** Who is one loss away from a lock-out. */
class Readiness extends Element {
  account = '';
  findings = null;
  problem = null;

  begin() {
    this.load();
  }

  load = async () => {
    try {
      this.update({findings: await get(path`/v1/accounts/${this.account}/readiness`), problem: null});
    } catch (problem) {
      this.update({problem});
    }
  };

  view() {
    return html`
      <section class="card" aria-labelledby="readiness-title">
        <h2 id="readiness-title">${t('readiness.title')}</h2>
        <p class="fine">${t('readiness.lead')}</p>
        ${problemNotice(this.problem, this.load)} ${this.findings ? this.#list() : this.problem ? nothing : loading()}
      </section>`;
  }

  #list() {
    const {readiness, ableAdministrators, administrators} = this.findings;
    const atRisk = administrators.filter((each) => each.risks.length > 0);
    return html`
      ${notice(KIND[readiness], t(`readiness.${readiness}`, {count: ableAdministrators}), html`<p>${t(`readiness.${readiness}.body`)}</p>`)}
      ${atRisk.length === 0
        ? empty(t('readiness.empty'))
        : html`<ul class="rows">${atRisk.map((each) => html`
            <li class="row"><div class="row-text"><strong>${each.displayName ?? each.id}</strong>
              <span class="fine">${each.risks.map((risk) => t(`risk.${risk}`)).join(' ')}</span></div>
              ${each.able ? nothing : pill('bad', t('readiness.unable'))}</li>`)}</ul>`}`;
  }
}

customElements.define('lr-readiness', Readiness);
