import {get, path, post, query} from './api.js';
import {ask} from './dialog.js';
import {Element} from './element.js';
import {t, tOr} from './i18n.js';
import {html, nothing} from './lit.js';
import {empty, field, icon, loading, notice, pageHead, pill, problemNotice, when} from './parts.js';
import {goTo} from './router.js';
import {session} from './session.js';
import {say} from './toast.js';

const STATES = {open: 'plain', approved: 'warn', link_sent: 'good', cancelled: 'bad', refused: 'bad', expired: 'plain'};
const METHODS = ['government_id', 'video_call', 'callback', 'contract_data', 'in_person'];
const NEEDED = 2;

/** What agents of Support do: the list of cases, and one case with everything that has happened to it. */
class Cases extends Element {
  caseId = '';
  state = '';
  cases = null;
  next = null;
  open = null;
  problem = null;

  begin() {
    this.load();
  }

  load = () => (this.caseId ? this.#readOne() : this.#readList(null, []));

  end() {
    clearTimeout(this.polling);
  }

  #readOne = async () => {
    await this.#try(async () => ({open: await get(path`/v1/support/cases/${this.caseId}`)}));
    // When the waiting time is over, the link goes out a few seconds later.
    const due = this.open?.state === 'approved' && Date.parse(this.open.linkAt) <= Date.now();
    if (due && this.isConnected) this.polling = setTimeout(this.#readOne, 2000);
  };

  #readList = (cursor, before) =>
    this.#try(async () => {
      const page = await get(`/v1/support/cases${query({state: this.state, cursor})}`);
      return {cases: [...before, ...page.items], next: page.nextCursor};
    });

  async #try(read) {
    try {
      this.update({...(await read()), problem: null});
    } catch (problem) {
      this.update({problem});
    }
  }

  view() {
    return this.caseId ? this.#oneCase() : this.#list();
  }

  #list() {
    return html`
      ${pageHead(t('cases.title'), t('cases.lead'))}
      <div class="filters">
        ${field('filter', t('cases.filter'), html`
          <select id="filter" @change=${this.#choose}><option value="">${t('users.all')}</option>
            ${Object.keys(STATES).map((state) => html`<option value=${state}>${t(`case.${state}`)}</option>`)}</select>`)}
        <button class="primary" type="button" @click=${this.#openCase}>${t('cases.open')}</button>
      </div>
      ${problemNotice(this.problem, this.load)} ${this.cases ? this.#lines() : this.problem ? nothing : loading()}`;
  }

  #lines() {
    if (this.cases.length === 0) return html`<div class="card">${empty(t('cases.empty'))}</div>`;
    return html`<div class="card"><ul class="rows">${this.cases.map((each) => html`
        <li><a class="case" href=${`#/cases/${each.id}`}>
          <span class="row-text"><strong>${each.userId}</strong><span class="fine">${each.accountId} · ${each.reason}</span></span>
          <span class="fine">${when(each.openedAt)}</span> ${pill(STATES[each.state], t(`case.${each.state}`))}</a></li>`)}</ul>
      ${this.next
        ? html`<p><button class="quiet" type="button" @click=${() => this.#readList(this.next, this.cases)}>${t('more')}</button></p>`
        : nothing}</div>`;
  }

  #oneCase() {
    if (!this.open) return html`${pageHead(t('cases.title'))} ${this.problem ? problemNotice(this.problem, this.load) : loading()}`;
    const {userId, accountId, state} = this.open;
    return html`
      <p><a href="#/cases">${t('cases.all')}</a></p>
      ${pageHead(t('case.title', {user: userId}), html`${accountId} ${pill(STATES[state], t(`case.${state}`))}`)}
      ${problemNotice(this.problem, this.load)} ${this.#waiting()} ${this.#facts()} ${this.#checks()} ${this.#decision()}`;
  }

  #waiting() {
    const {state, linkAt, ending} = this.open;
    if (ending) return notice('bad', t(`case.ending.${ending}`), this.open.endedBecause ? html`<p>${this.open.endedBecause}</p>` : nothing);
    if (state === 'link_sent') return notice('good', t('case.linkSent'), html`<p>${t('case.linkSent.body')}</p>`);
    if (state !== 'approved') return nothing;
    return notice('warn', t('case.waiting'), html`<p class="big"><lr-countdown .until=${Date.parse(linkAt)} @over=${this.load}></lr-countdown></p>
      <p>${t('case.waiting.body')}</p>`);
  }

  #facts() {
    const {reason, openedBy, openedAt, approvedBy, approvedAt} = this.open;
    return html`<section class="card"><h2 class="visually-hidden">${t('case.facts')}</h2><dl class="facts">
      <div><dt>${t('case.reason')}</dt><dd>${reason}</dd></div>
      <div><dt>${t('case.openedBy')}</dt><dd>${openedBy}, ${when(openedAt)}</dd></div>
      ${approvedBy ? html`<div><dt>${t('case.approvedBy')}</dt><dd>${approvedBy}, ${when(approvedAt)}</dd></div>` : nothing}
    </dl></section>`;
  }

  #checks() {
    const {checks, state} = this.open;
    return html`<section class="card" aria-labelledby="checks-title">
      <h2 id="checks-title">${t('case.checks')}</h2>
      ${checks.length === 0 ? empty(t('case.checks.empty')) : html`<ul class="rows">${checks.map((check) => html`
        <li class="row"><div class="row-text"><strong>${t(`check.${check.method}`)}</strong>
          <span class="fine">${check.evidence} · ${check.by}, ${when(check.at)}</span></div>
          ${pill(check.passed ? 'good' : 'bad', t(check.passed ? 'check.passed' : 'check.failed'))}</li>`)}</ul>`}
      ${state === 'open' ? html`<p><button class="quiet" type="button" @click=${this.#check}>${t('case.check')}</button></p>` : nothing}
    </section>`;
  }

  #decision() {
    const {state} = this.open;
    if (!['open', 'approved', 'link_sent'].includes(state)) return nothing;
    const hint = this.#hint();
    return html`<section class="card" aria-labelledby="decision-title">
      <h2 id="decision-title">${t('case.decision')}</h2>
      ${state === 'open' ? html`<p>${t(`case.approve.${hint}`)}</p>` : nothing}
      <div class="actions">
        ${state === 'open'
          ? html`<button class=${hint === 'hint' ? 'primary' : 'quiet'} type="button" @click=${this.#approve}>
              ${icon('check')} ${t('case.approve')}</button>` : nothing}
        <button class="quiet bad" type="button" @click=${this.#cancel}>${t('case.cancel')}</button>
      </div></section>`;
  }

  /** What stands in the way of an approval, as far as can be seen from here; the API knows for sure. */
  #hint() {
    const {checks, openedBy} = this.open;
    const me = session.user.id;
    if (openedBy === me || checks.some((check) => check.by === me)) return 'another';
    const passed = new Set(checks.filter((check) => check.passed).map((check) => check.method));
    return passed.size < NEEDED ? 'checks' : 'hint';
  }

  #choose = (event) => {
    this.state = event.target.value;
    this.#readList(null, []);
  };

  #openCase = async () => {
    const opened = await ask({
      title: t('cases.open'),
      body: t('cases.open.body'),
      fields: [
        {name: 'accountId', label: t('cases.account'), required: true, max: 255},
        {name: 'userId', label: t('cases.user'), required: true, max: 255},
        {name: 'reason', label: t('case.reason'), hint: t('cases.reason.hint'), required: true, max: 500},
      ],
      action: t('cases.open'),
      run: (values) => post('/v1/support/cases', values),
    });
    if (opened) goTo(`/cases/${opened.id}`);
  };

  #check = () =>
    this.#change('identity-checks', {
      title: t('case.check'),
      body: t('case.check.body'),
      fields: [
        {name: 'method', label: t('check.method'), options: METHODS.map((each) => [each, t(`check.${each}`)])},
        {name: 'evidence', label: t('check.evidence'), hint: t('check.evidence.hint'), required: true, max: 500},
        {name: 'passed', label: t('check.outcome'), options: [['true', t('check.passed')], ['false', t('check.failed')]]},
      ],
      action: t('case.check.action'),
      values: ({passed, ...rest}) => ({...rest, passed: passed === 'true'}),
    });

  #approve = () =>
    this.#change('approval', {title: t('case.approve.title'), body: t('case.approve.body'), action: t('case.approve')});

  #cancel = () =>
    this.#change('cancellation', {
      title: t('case.cancel.title'),
      body: t('case.cancel.body'),
      fields: [{name: 'reason', label: t('cases.why'), max: 500}],
      action: t('case.cancel'),
      danger: true,
    });

  async #change(what, question) {
    const send = (values) => post(`${path`/v1/support/cases/${this.caseId}`}/${what}`, (question.values ?? ((same) => same))(values));
    if (!(await ask({...question, run: send}))) return;
    await this.load();
    say(tOr(`case.done.${what}`, t('case.done')));
  }
}

customElements.define('lr-cases', Cases);
