// The README's tour with a generated client: types by openapi-typescript, calls by openapi-fetch.
import assert from 'node:assert/strict';
import createClient from 'openapi-fetch';
import { totp } from '../check/totp.mjs';
import type { components, paths } from '../generated/lifering.js';

type Problem = components['schemas']['Problem'];

const baseUrl = process.env['LIFERING'] ?? 'http://localhost:8080';

async function as(persona: string) {
    const request = { method: 'POST', body: JSON.stringify({ persona }), headers: { 'Content-Type': 'application/json' } };
    const { token } = (await (await fetch(`${baseUrl}/demo/tokens`, request)).json()) as { token: string };
    return createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } });
}

/** The data of a success. */
async function ok<T>(call: Promise<{ data?: T; error?: unknown }>): Promise<T> {
    const { data, error } = await call;
    if (data === undefined) throw new Error(`refused: ${JSON.stringify(error)}`);
    return data;
}

/** The problem of a refusal, which must be of that type. */
async function refused(name: string, call: Promise<{ error?: Problem }>): Promise<Problem> {
    const { error } = await call;
    assert.equal(error?.type, `urn:lifering:problem:${name}`);
    return error;
}

async function mailed(to: string, subject: string): Promise<string> {
    for (let attempt = 0; attempt < 240; attempt++) {
        const mails = (await (await fetch(`${baseUrl}/demo/mails?to=${to}`)).json()) as { subject: string; text: string }[];
        const token = mails.find((mail) => mail.subject === subject)?.text.match(/#token=([\w-]+)/)?.[1];
        if (token !== undefined) return token;
        await new Promise((wake) => setTimeout(wake, 250));
    }
    throw new Error(`no mail to ${to}`);
}

const [linus, ada, rita, service] = await Promise.all([as('linus'), as('ada'), as('rita'), as('login-service')]);
const verify = (body: components['schemas']['UserVerificationRequest']) =>
    service.POST('/v1/users/{userId}/verifications', { params: { path: { userId: 'linus' } }, body });

async function enrol(request: components['schemas']['EnrolmentRequest']) {
    const { id, secret } = await ok(linus.POST('/v1/me/enrolments', { body: request }));
    const confirmed = await ok(
        linus.POST('/v1/me/enrolments/{id}/confirmation', { params: { path: { id } }, body: { code: totp(secret) } }));
    return { secret, confirmed };
}

const acknowledge = (setId: string) =>
    ok(linus.POST('/v1/me/backup-codes/{setId}/acknowledgement', { params: { path: { setId } } }));

// He enrols and says that he has saved his codes.
assert.equal((await ok(linus.GET('/v1/me/second-factor'))).status, 'not_enrolled');
const { secret, confirmed } = await enrol({ label: 'Phone' });
assert.equal(confirmed.status, 'not_enrolled');
assert(confirmed.backupCodes);
assert.equal((await acknowledge(confirmed.backupCodes.setId)).status, 'enabled');

// The login service verifies codes; a wrong one is refused, a backup code works once.
const code = totp(secret, 1);
const verified = await ok(verify({ code, audience: 'shop', nonce: 'n-1' }));
assert.equal(verified.method, 'totp');
const [, claims] = verified.assertion.split('.');
const { sub, aud, nonce, amr } = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString());
assert.deepEqual({ sub, aud, nonce, amr }, { sub: 'linus', aud: 'shop', nonce: 'n-1', amr: ['otp'] });
assert.equal((await refused('code-rejected', verify({ code }))).attemptsRemaining, 4);
const [first = ''] = confirmed.backupCodes.codes;
assert.equal((await ok(verify({ code: first }))).backupCodesRemaining, 9);
await refused('code-rejected', verify({ code: first }));
await refused('code-malformed', verify({ code: 'AAAAA-AAAAA-AAAAB' }));
await refused('second-factor-required', linus.POST('/v1/me/enrolments', { body: {} }));

// A reseller is refused; an administrator has a link mailed.
const eve = { params: { path: { accountId: 'clinic' }, query: { q: 'eve' } } };
const listed = await ok(rita.GET('/v1/accounts/{accountId}/users', eve));
assert.deepEqual(listed.items[0]?.recovery, { allowed: false, reason: 'reseller-cannot-reset' });
const links = '/v1/accounts/{accountId}/users/{userId}/recovery-links';
await refused('reseller-cannot-reset', rita.POST(links, { params: { path: { accountId: 'clinic', userId: 'eve' } } }));
const ofLinus = { params: { path: { accountId: 'acme', userId: 'linus' } }, body: { reason: 'Lost phone' } };
assert.equal((await ok(ada.POST(links, ofLinus))).sentTo, 'l***@acme.example');

// He redeems it, saves the new codes and sets up his new phone.
const token = await mailed('linus@acme.example', 'Your recovery link');
assert.equal((await ok(createClient<paths>({ baseUrl }).POST('/v1/recovery/inspections', { body: { token } }))).state, 'sent');
const redeemed = await ok(linus.POST('/v1/recovery/redemptions', { body: { token } }));
await refused('code-rejected', verify({ code: totp(secret, 1) }));
assert.equal((await acknowledge(redeemed.backupCodes.setId)).status, 'backup_codes_only');
assert.equal((await ok(verify({ code: redeemed.backupCodes.codes[0] ?? '' }))).reenrolmentRequired, true);
const { confirmed: again } = await enrol({ label: 'New phone', recoverySession: redeemed.recoverySession });
assert.deepEqual([again.status, again.authenticator.label], ['enabled', 'New phone']);
console.log('the tour is done');
