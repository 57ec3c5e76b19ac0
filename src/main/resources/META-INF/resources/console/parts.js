// Pieces that several pages show.
import {addressOf} from './api.js';
import {moment, t, tOr} from './i18n.js';
import {html, nothing} from './lit.js';

/** The life ring. It never speaks: the words stand beside it. */
export const lifeRing = (size = 24, kind = '') => html`
  <svg class="ring ${kind}" width=${size} height=${size} viewBox="0 0 64 64" fill="none" aria-hidden="true" focusable="false">
    <path class="rope" d="M51.1 12.9A21.3 21.3 0 0 0 12.9 12.9 21.3 21.3 0 0 0 12.9 51.1 21.3 21.3 0 0 0 51.1 51.1 21.3 21.3 0 0 0 51.1 12.9Z" stroke-width="2"/>
    <circle class="buoy" cx="32" cy="32" r="20" stroke-width="15"/>
    <circle class="band" cx="32" cy="32" r="20" stroke-width="15" stroke-dasharray="13 18.416" stroke-dashoffset="-9.208"/>
    <circle class="edge" cx="32" cy="32" r="27.5" stroke-width="1.5"/>
    <circle class="edge" cx="32" cy="32" r="12.5" stroke-width="1.5"/>
  </svg>`;

const SHAPES = {
  phone: 'M8 2.5h8a1.5 1.5 0 0 1 1.5 1.5v16a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 20V4A1.5 1.5 0 0 1 8 2.5ZM11 18.5h2',
  laptop: 'M5 5h14v10H5V5ZM2.5 19h19',
  key: 'M14.5 9.5a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM13.5 12.5l6.5 6.5M17.5 16.5l2-2',
  users: 'M15.5 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM5 20c.6-4 3.4-6 7-6s6.4 2 7 6',
  shield: 'M12 3 5 5.5v5.5c0 4.5 2.8 8 7 10 4.2-2 7-5.5 7-10V5.5L12 3Z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  case: 'M4 8h16v11.5H4V8ZM9 8V5h6v3M4 13h16',
  play: 'M8 5.5v13l11-6.5-11-6.5Z',
  mail: 'M3.5 6h17v12.5h-17V6ZM4 6.5l8 6.5 8-6.5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  warning: 'M12 4 2.5 20h19L12 4ZM12 10v5M12 17.2v.3',
};

export const icon = (name) => html`
  <svg class="icon" width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d=${SHAPES[name]}/></svg>`;

export const pill = (kind, text) => html`<span class="pill ${kind}">${text}</span>`;

const STATUS_KIND = {enabled: 'good', backup_codes_only: 'warn', not_enrolled: 'plain'};

export const statusPill = (status) => pill(STATUS_KIND[status] ?? 'plain', t(`status.${status}`));

export const pageHead = (title, lead = nothing) => html`
  <header class="page-head"><h1 tabindex="-1">${title}</h1>${lead === nothing ? nothing : html`<p>${lead}</p>`}</header>`;

export const notice = (kind, title, body = nothing) => html`
  <div class="notice ${kind}"><p class="notice-title">${title}</p>${body}</div>`;

export const loading = () => html`
  <div class="loading" role="status"><span class="spinner" aria-hidden="true"></span>${t('loading')}</div>`;

export const empty = (text, more = nothing) => html`<div class="empty"><p>${text}</p>${more}</div>`;

/** A refusal: what the API says, in the language of the reader where the catalogue knows it. */
export function problemNotice(problem, retry) {
  if (!problem) return nothing;
  return html`
    <div class="notice bad" role="alert" data-problem=${problem.slug ?? 'unknown'}>
      <p class="notice-title">${problemTitle(problem)}</p>
      ${problemDetail(problem)} ${waiting(problem)} ${explanation(problem)}
      ${problem.status >= 500 && problem.requestId
        ? html`<p class="fine">${t('problem.request', {id: problem.requestId})}</p>` : nothing}
      ${retry ? html`<p><button class="quiet" type="button" @click=${retry}>${t('retry')}</button></p>` : nothing}
    </div>`;
}

const problemTitle = (problem) => tOr(`problem.${problem.slug}`, problem.title || problem.message || t('problem.unknown'));

function problemDetail(problem) {
  // The API speaks English: where the title is translated, its detail would be a second language.
  const own = tOr(`problem.${problem.slug}`, null) === null ? problem.detail : '';
  const text = tOr(`problem.${problem.slug}.detail`, own);
  const left = problem.attemptsRemaining;
  return html`
    ${text ? html`<p>${text}</p>` : nothing}
    ${typeof left === 'number' && left > 0 ? html`<p>${t('problem.attemptsRemaining', {count: left})}</p>` : nothing}
    ${left === 0 ? html`<p>${t('problem.nowLocked')}</p>` : nothing}
    ${problem.violations?.length
      ? html`<ul>${problem.violations.map((each) => html`<li>${each.field}: ${each.message}</li>`)}</ul>` : nothing}`;
}

const explanation = (problem) =>
  problem.slug && problem.status > 0
    ? html`<p class="fine"><a href=${addressOf(`/problems/${problem.slug}`)} target="_blank" rel="noopener">
        ${t('problem.explain')}</a></p>`
    : nothing;

const waiting = (problem) =>
  problem.retryAfter && !problem.blocked
    ? html`<p>${t('problem.tryAgainIn')} <lr-countdown .until=${problem.since + problem.retryAfter * 1000}></lr-countdown></p>`
    : nothing;

export const when = (value) => (value ? html`<time datetime=${value}>${moment(value)}</time>` : t('never'));

/** A label and what it names; `control` has the id that stands here. */
export const field = (id, label, control, hint) => html`
  <div class="field"><label for=${id}>${label}</label>${control}
    ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}</div>`;
