import {path, post} from './api.js';
import {complete, confirmed, valuesOf} from './dialog.js';
import {Element} from './element.js';
import {date, t} from './i18n.js';
import {html, nothing} from './lit.js';
import {field, problemNotice} from './parts.js';
import {guardLeaving} from './router.js';
import {session} from './session.js';
import {say} from './toast.js';

/**
 * A set of backup codes, shown this once. Leaving is guarded until the user has said that he saved them; then it says
 * "saved". The codes are in this element and nowhere else.
 */
class BackupCodes extends Element {
  set = null;
  problem = null;
  busy = false;
  proof = false;

  begin() {
    guardLeaving(() =>
      confirmed({title: t('codes.leave.title'), body: t('codes.leave.body'), action: t('codes.leave.action'), danger: true,
        back: t('codes.leave.back')}));
  }

  end() {
    guardLeaving(null);
    this.set = null;
  }

  view() {
    return html`
      <section class="card codes" aria-labelledby="codes-title">
        <h2 id="codes-title" tabindex="-1">${t('codes.title')}</h2>
        <p class="no-print">${t('codes.lead')}</p>
        <dl class="sheet-head">
          <div><dt>${t('codes.set')}</dt><dd>${this.set.label}</dd></div>
          <div><dt>${t('codes.account')}</dt><dd>${this.#owner()}</dd></div>
          <div><dt>${t('codes.date')}</dt><dd>${date(Date.now())}</dd></div>
        </dl>
        <ol class="code-list">${this.set.codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>
        <p class="print-only">${t('codes.printed')}</p>
        <div class="actions no-print">
          <button class="quiet" type="button" @click=${this.#copy}>${t('codes.copy')}</button>
          <button class="quiet" type="button" @click=${this.#download}>${t('codes.download')}</button>
          <button class="quiet" type="button" @click=${() => print()}>${t('codes.print')}</button>
        </div>
        <form class="acknowledge no-print" @submit=${this.#acknowledge} novalidate>
          <p>${t('codes.acknowledge.lead')}</p>
          ${this.proof
            ? field('proof', t('codes.proof'), html`<input id="proof" name="proof" required maxlength="64" autocomplete="off"
                spellcheck="false" autocapitalize="characters">`)
            : nothing}
          ${problemNotice(this.problem)}
          <button class="primary" ?disabled=${this.busy}>${t('codes.acknowledge')}</button>
        </form>
      </section>`;
  }

  #owner = () => [session.user.name, session.user.account].filter(Boolean).join(' · ');

  #text() {
    const {label, codes} = this.set;
    const numbered = codes.map((code, index) => `${String(index + 1).padStart(2)}. ${code}`);
    return [`Lifering – ${t('codes.title')}`, `${t('codes.set')}: ${label}`, `${t('codes.account')}: ${this.#owner()}`,
      `${t('codes.date')}: ${date(Date.now())}`, '', ...numbered, '', t('codes.printed'), ''].join('\n');
  }

  #copy = async () => {
    await navigator.clipboard.writeText(this.#text());
    say(t('codes.copied'));
  };

  #download = () => {
    const url = URL.createObjectURL(new Blob([this.#text()], {type: 'text/plain;charset=utf-8'}));
    const link = Object.assign(document.createElement('a'), {href: url, download: `lifering-${this.set.label}.txt`});
    link.click();
    URL.revokeObjectURL(url);
    say(t('codes.downloaded'));
  };

  #acknowledge = async (event) => {
    event.preventDefault();
    if (!complete(event.target)) return;
    this.update({busy: true, problem: null});
    try {
      await post(path`/v1/me/backup-codes/${this.set.setId}/acknowledgement`, valuesOf(event.target));
      guardLeaving(null);
      this.dispatchEvent(new Event('saved'));
    } catch (problem) {
      const needsProof = problem.slug === 'proof-required';
      await this.update({busy: false, proof: this.proof || needsProof, problem: needsProof && !this.proof ? null : problem});
      this.querySelector('[name=proof]')?.focus();
    }
  };
}

customElements.define('lr-backup-codes', BackupCodes);
