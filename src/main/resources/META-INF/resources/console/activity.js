import {get, query} from './api.js';
import {Element} from './element.js';
import {t, tOr} from './i18n.js';
import {html, nothing} from './lit.js';
import {empty, loading, pill, problemNotice, when} from './parts.js';
import {session} from './session.js';

const PAGE = 8;
const KIND = {success: 'good', rejected: 'warn', refused: 'warn', locked: 'bad'};

/** What happened to one's own second factor, newest first. */
class Activity extends Element {
  events = null;
  next = null;
  problem = null;

  begin() {
    this.load();
  }

  load = () => this.#read(null, []);

  async #read(cursor, before) {
    try {
      const page = await get(`/v1/me/audit-events${query({limit: PAGE, cursor})}`);
      this.update({events: [...before, ...page.items], next: page.nextCursor, problem: null});
    } catch (problem) {
      this.update({problem});
    }
  }

  view() {
    return html`
      <section class="card" aria-labelledby="activity-title">
        <h2 id="activity-title">${t('activity.title')}</h2>
        ${problemNotice(this.problem, this.load)} ${this.events ? this.#list() : this.problem ? nothing : loading()}
      </section>`;
  }

  #list() {
    if (this.events.length === 0) return empty(t('activity.empty'));
    return html`
      <ul class="rows activity">${this.events.map((event) => this.#event(event))}</ul>
      ${this.next
        ? html`<p><button class="quiet" type="button" @click=${() => this.#read(this.next, this.events)}>${t('more')}</button></p>`
        : nothing}`;
  }

  #event(event) {
    const by = event.actor === session.user?.id ? null : event.actor;
    const facts = [event.method && t(`method.${event.method}`), by && t('activity.by', {who: by})].filter(Boolean);
    return html`
      <li class="row">
        <div class="row-text"><strong>${tOr(`event.${event.type}`, event.type)}</strong>
          ${facts.length > 0 ? html`<span class="fine">${facts.join(' · ')}</span>` : nothing}</div>
        ${event.outcome === 'success' ? nothing : pill(KIND[event.outcome] ?? 'plain', outcomeOf(event))}
        <span class="fine">${when(event.occurredAt)}</span>
      </li>`;
  }
}

const outcomeOf = ({type, outcome}) =>
  t(type === 'trusted_device.used' && outcome === 'rejected' ? 'outcome.notTrusted' : `outcome.${outcome}`);

customElements.define('lr-activity', Activity);
